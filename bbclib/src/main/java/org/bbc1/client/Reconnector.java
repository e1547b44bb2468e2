package org.bbc1.client;

import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes attempts at a new connection, on a thread of its own, until one succeeds or all failed. */
final class Reconnector {

  private static final System.Logger LOG = System.getLogger(Reconnector.class.getName());

  private final ClientConfig config;
  private final RandomGenerator random;
  private final Runnable attempt;
  private final Consumer<ConnectionException> givenUp;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * @param attempt throws if it fails, whatever it throws
   * @param givenUp told when the last attempt has failed
   */
  Reconnector(
      ClientConfig config,
      RandomGenerator random,
      Runnable attempt,
      Consumer<ConnectionException> givenUp) {
    this.config = config;
    this.random = random;
    this.attempt = attempt;
    this.givenUp = givenUp;
  }

  /** Whether a lost connection is to be made anew at all. */
  boolean isWanted() {
    return config.reconnection().attempts() > 0 && !isClosed();
  }

  void start() {
    Thread thread =
        new Thread(
            this::attemptUntilTheEnd, "bbc1-reconnect-" + config.host() + ":" + config.port());
    thread.setDaemon(true);
    thread.start();
  }

  /** No attempt begins any more, and nobody is told. */
  void close() {
    closed.countDown();
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  private void attemptUntilTheEnd() {
    RuntimeException last = null;
    for (int number = 0; number < config.reconnection().attempts(); number++) {
      if (!pause(number)) {
        return;
      }
      last = failureOfAttempt();
      if (last == null) {
        return;
      }
    }
    if (!isClosed()) {
      giveUp(last);
    }
  }

  /** Waits for the next attempt; false if the client was closed. */
  private boolean pause(int number) {
    long delay = config.reconnection().delay(number, random.nextDouble()).toMillis();
    try {
      return !closed.await(delay, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whatever goes wrong, the next attempt is made. */
  private @Nullable RuntimeException failureOfAttempt() {
    try {
      attempt.run();
      return null;
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "reconnecting failed: {0}", e.getMessage());
      return e;
    }
  }

  private void giveUp(@Nullable RuntimeException last) {
    LOG.log(Level.WARNING, "gave up reconnecting to {0}", config.host());
    String why = last == null ? "" : ": " + last.getMessage();
    givenUp.accept(new ConnectionException("gave up reconnecting" + why, last));
  }
}
