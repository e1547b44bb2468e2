package org.bbc1.node.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The inserts that wait for the writer, bounded by number and by bytes. Room is reserved before the
 * work for an insert begins, so that a refused one has cost nothing.
 */
final class InsertQueue {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final ArrayDeque<PendingInsert> waiting = new ArrayDeque<>();
  private final int maxCount;
  private final long maxBytes;
  private int reservedCount;
  private long reservedBytes;
  private boolean closed;

  InsertQueue(int maxCount, long maxBytes) {
    this.maxCount = maxCount;
    this.maxBytes = maxBytes;
  }

  /**
   * Takes room for an insert of this size; it is given back by {@link #release} or when the insert
   * is {@link #takeBatch taken}.
   *
   * @return false if there is none
   */
  boolean reserve(long bytes) {
    lock.lock();
    try {
      if (reservedCount > 0 && (reservedCount >= maxCount || reservedBytes + bytes > maxBytes)) {
        return false;
      }
      reservedCount++;
      reservedBytes += bytes;
      return true;
    } finally {
      lock.unlock();
    }
  }

  void release(long bytes) {
    lock.lock();
    try {
      reservedCount--;
      reservedBytes -= bytes;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Adds an insert for which room was reserved.
   *
   * @return false if the queue is closed
   */
  boolean add(PendingInsert insert) {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      waiting.add(insert);
      filled.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes what is waiting, up to these limits but at least one; waits only while there is nothing
   * at all.
   *
   * @return in order of arrival; empty if the queue is closed and used up
   */
  List<PendingInsert> takeBatch(int count, long bytes) {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        filled.awaitUninterruptibly();
      }
      return drain(count, bytes);
    } finally {
      lock.unlock();
    }
  }

  private List<PendingInsert> drain(int count, long bytes) {
    List<PendingInsert> batch = new ArrayList<>(Math.min(count, waiting.size()));
    long total = 0;
    PendingInsert next = waiting.peek();
    while (next != null
        && batch.size() < count
        && (batch.isEmpty() || total + next.size() <= bytes)) {
      batch.add(waiting.remove());
      total += next.size();
      next = waiting.peek();
    }
    reservedCount -= batch.size();
    reservedBytes -= total;
    return batch;
  }

  /** Accepts nothing more; what is waiting can still be taken. */
  void close() {
    lock.lock();
    try {
      closed = true;
      filled.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
