package org.bbc1.node.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A scheduler whose time passes only when a test says so. Due tasks run on the thread of the test,
 * in the order of their time, equal ones in the order in which they were scheduled.
 */
public final class VirtualScheduler implements Scheduler {

  private record Task(Instant due, long number, Runnable action) {}

  private final PriorityQueue<Task> waiting =
      new PriorityQueue<>(Comparator.comparing(Task::due).thenComparingLong(Task::number));
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private long scheduled;

  @Override
  public synchronized Timer schedule(Duration delay, Runnable task) {
    Duration wait = delay.isNegative() ? Duration.ZERO : delay;
    Task waitingTask = new Task(now.plus(wait), scheduled++, task);
    waiting.add(waitingTask);
    return () -> cancel(waitingTask);
  }

  private synchronized void cancel(Task task) {
    waiting.remove(task);
  }

  /** Lets time pass and runs what falls due, what due tasks schedule themselves included. */
  public void advance(Duration time) {
    Instant end;
    synchronized (this) {
      end = now.plus(time);
    }
    for (Task due = next(end); due != null; due = next(end)) {
      due.action().run();
    }
  }

  private synchronized Task next(Instant end) {
    Task first = waiting.peek();
    if (first == null || first.due().isAfter(end)) {
      now = end;
      return null;
    }
    now = first.due();
    return waiting.poll();
  }

  /** Number of tasks that wait. */
  public synchronized int waiting() {
    return waiting.size();
  }

  /** Virtual nanoseconds, a stand-in for {@link System#nanoTime}. */
  public synchronized long nanoTime() {
    return Duration.between(Instant.EPOCH, now).toNanos();
  }

  /** A clock that shows the virtual time, in UTC. */
  public Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("always UTC");
      }

      @Override
      public Instant instant() {
        synchronized (VirtualScheduler.this) {
          return now;
        }
      }
    };
  }
}
