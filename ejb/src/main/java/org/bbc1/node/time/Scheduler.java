package org.bbc1.node.time;

import java.time.Duration;

/** Runs tasks after a delay. Thread-safe. */
public interface Scheduler {

  /**
   * Runs a task once. It must be short and not block, for all timers share few threads; what takes
   * longer hands itself to an executor. An exception it throws is logged and harms no other timer.
   *
   * @param delay how long to wait, from now; zero or negative: as soon as possible
   * @return to call it off; a scheduler that is closed gives one of a task that will never run
   */
  Timer schedule(Duration delay, Runnable task);

  /** A task that waits. */
  @FunctionalInterface
  interface Timer {

    /** Calls the task off; without effect if it has begun or was called off before. */
    void cancel();
  }
}
