package org.bbc1.client;

import java.time.Duration;

/**
 * Whether and how a lost connection is made anew. The delays double from the first to the longest,
 * and each is shortened by up to a half at random, so that the clients of a node that restarts do
 * not all come at once.
 *
 * <p>On a new connection the client exchanges a key if it had one, registers the users that were
 * registered and asks for the notifications that were asked for; only then are requests taken
 * again. What waited for an answer when the connection was lost has failed, for nobody knows
 * whether the node did it. Cross-node announcements ({@link
 * BbcAsyncClient#registerOnMultipleNodes}) are renewed too.
 *
 * @param firstDelay before the first attempt
 * @param longestDelay bound of the delays
 * @param attempts attempts in a row before the client gives up; 0 for never making a connection
 *     anew
 */
public record Reconnection(Duration firstDelay, Duration longestDelay, int attempts) {

  /** A lost connection stays lost. */
  public static final Reconnection NEVER = new Reconnection(Duration.ZERO, Duration.ZERO, 0);

  /** From a quarter of a second to half a minute, until the client is closed. */
  public static final Reconnection ALWAYS =
      new Reconnection(Duration.ofMillis(250), Duration.ofSeconds(30), Integer.MAX_VALUE);

  /** Refuses negative numbers. */
  public Reconnection {
    if (firstDelay.isNegative() || longestDelay.compareTo(firstDelay) < 0 || attempts < 0) {
      throw new IllegalArgumentException(
          "no reconnection: " + firstDelay + " to " + longestDelay + ", " + attempts + " times");
    }
  }

  /**
   * The delay before an attempt.
   *
   * @param attempt counted from 0
   * @param random from 0 to 1: how much of half the delay is taken off
   */
  Duration delay(int attempt, double random) {
    double doubled = firstDelay.toMillis() * Math.pow(2, attempt);
    double bounded = Math.min(doubled, (double) longestDelay.toMillis());
    return Duration.ofMillis(Math.round(bounded * (1 - random / 2)));
  }
}
