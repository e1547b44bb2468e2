package org.bbc1.connector;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all connections of a port may take together. What clients make the node hold
 * (half frames, frames that wait, what they do not fetch) may take three quarters of it; beyond
 * that the largest holder is closed, since nothing obliges a client ever to let go. What the node
 * works on comes to an end by itself, so where that is what fills the budget, connections wait
 * until there is room. Some bytes more than the limit can be in use for a moment: what one read of
 * each socket brings, and what each worker is just decoding.
 */
final class MemoryBudget {

  private final long limit;
  private final AtomicLong held = new AtomicLong();
  private final AtomicLong working = new AtomicLong();
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  /**
   * @param limit in bytes
   */
  MemoryBudget(long limit) {
    this.limit = limit;
  }

  void addHeld(long bytes) {
    held.addAndGet(bytes);
    if (bytes < 0) {
      tellWhoWaits();
    }
  }

  void addWorking(long bytes) {
    if (bytes == 0) {
      return;
    }
    working.addAndGet(bytes);
    if (bytes < 0) {
      tellWhoWaits();
    }
  }

  /** Whether clients hold too much. */
  boolean isHeldTooMuch() {
    return held.get() > limit - limit / 4;
  }

  /** Whether nothing more should be read for now; work under way will make room. */
  boolean isFull() {
    return inUse() > limit && working.get() > 0;
  }

  /** Whether nothing more should be worked on for now. */
  boolean isWorkedOnTooMuch() {
    return working.get() > limit;
  }

  long inUse() {
    return held.get() + working.get();
  }

  long limit() {
    return limit;
  }

  /**
   * Runs something once when there is room again, perhaps at once and perhaps needlessly often.
   *
   * @param action must neither block nor throw
   */
  void whenThereIsRoom(Runnable action) {
    waiting.add(action);
    tellWhoWaits();
  }

  /** Who waits is told when an eighth is free, so that it is not told for each byte. */
  private void tellWhoWaits() {
    if (!waiting.isEmpty() && (inUse() <= limit - limit / 8 || working.get() == 0)) {
      for (Runnable one = waiting.poll(); one != null; one = waiting.poll()) {
        one.run();
      }
    }
  }
}
