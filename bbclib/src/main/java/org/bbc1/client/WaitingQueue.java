package org.bbc1.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A queue whose readers learn that nothing will come any more. Above its capacity the oldest items
 * are given up.
 */
final class WaitingQueue<T> {

  private final int capacity;
  private final Deque<T> items = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable ConnectionException end;
  private int readers;

  WaitingQueue(int capacity) {
    this.capacity = capacity;
  }

  void put(T item) {
    lock.lock();
    try {
      if (items.size() == capacity) {
        items.removeFirst();
      }
      items.addLast(item);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The oldest item; null if none comes within the time, or the thread is interrupted.
   *
   * @throws ConnectionException if none can come
   */
  @Nullable T take(Duration timeout) {
    lock.lock();
    readers++;
    try {
      long left = timeout.toNanos();
      while (items.isEmpty() && end == null && left > 0) {
        left = changed.awaitNanos(left);
      }
      if (items.isEmpty() && end != null) {
        throw new ConnectionException("no answer will come: " + end.getMessage(), end);
      }
      return items.pollFirst();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      readers--;
      lock.unlock();
    }
  }

  /** Nothing comes until this is taken back; what is there can still be read. */
  void end(@Nullable ConnectionException cause) {
    lock.lock();
    try {
      end = cause;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean hasReaders() {
    lock.lock();
    try {
      return readers > 0;
    } finally {
      lock.unlock();
    }
  }
}
