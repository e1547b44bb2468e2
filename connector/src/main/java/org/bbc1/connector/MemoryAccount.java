package org.bbc1.connector;

/** What one connection takes of the budget. Thread-safe. */
final class MemoryAccount {

  private final MemoryBudget budget;
  private long held;
  private boolean closed;

  MemoryAccount(MemoryBudget budget) {
    this.budget = budget;
  }

  /** The client makes the node hold so many bytes more, or less if negative. */
  synchronized void hold(long bytes) {
    held += bytes;
    if (!closed) {
      budget.addHeld(bytes);
    }
  }

  /** So many bytes are worked on, or no longer if negative. */
  void work(long bytes) {
    budget.addWorking(bytes);
  }

  /** Bytes the client makes the node hold. */
  synchronized long held() {
    return closed ? 0 : held;
  }

  /**
   * What is held is let go and counts no more, whenever that happens; the end of the work is still
   * expected.
   */
  synchronized void close() {
    if (!closed) {
      closed = true;
      budget.addHeld(-held);
    }
  }
}
