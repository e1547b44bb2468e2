package org.bbc1.node.repair;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets so many pass in a minute; what was not used does not add up beyond that. Thread-safe. */
final class RateLimit {

  private final InstantSource clock;
  private final int perMinute;
  private final Duration interval;

  /** When the bucket will be full again, were nobody else to come. */
  private Instant fullAt;

  /**
   * @param perMinute most that pass in a minute, at least 1
   */
  RateLimit(InstantSource clock, int perMinute) {
    this.clock = clock;
    this.perMinute = perMinute;
    this.interval = Duration.ofMinutes(1).dividedBy(perMinute);
    this.fullAt = clock.instant();
  }

  /** Whether one more may pass now. */
  synchronized boolean tryPass() {
    Instant now = clock.instant();
    Instant from = fullAt.isBefore(now) ? now : fullAt;
    if (Duration.between(now, from).compareTo(interval.multipliedBy(perMinute - 1L)) > 0) {
      return false;
    }
    fullAt = from.plus(interval);
    return true;
  }
}
