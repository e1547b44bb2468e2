package org.bbc1.node.time;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler on a {@link ScheduledExecutorService}, in a container its managed one. Closing it
 * calls off whatever waits; the executor itself belongs to whoever made it.
 */
public final class ExecutorScheduler implements Scheduler, AutoCloseable {

  private static final Logger LOG = System.getLogger("core");

  private final ScheduledExecutorService executor;
  private final Set<Waiting> waiting = new HashSet<>();
  private boolean closed;

  public ExecutorScheduler(ScheduledExecutorService executor) {
    this.executor = executor;
  }

  @Override
  public Timer schedule(Duration delay, Runnable task) {
    Waiting timer = new Waiting(task);
    synchronized (waiting) {
      if (!closed) {
        waiting.add(timer);
        timer.startIn(delay);
      }
    }
    return timer;
  }

  @Override
  public void close() {
    Set<Waiting> calledOff;
    synchronized (waiting) {
      closed = true;
      calledOff = Set.copyOf(waiting);
    }
    calledOff.forEach(Waiting::cancel);
  }

  private boolean remove(Waiting timer) {
    synchronized (waiting) {
      return waiting.remove(timer);
    }
  }

  private final class Waiting implements Timer, Runnable {

    private final Runnable task;
    private @Nullable Future<?> future;

    Waiting(Runnable task) {
      this.task = task;
    }

    /** Called once, under the lock, so that {@link #cancel} sees the future. */
    void startIn(Duration delay) {
      try {
        future = executor.schedule(this, Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        waiting.remove(this);
        LOG.log(Level.DEBUG, "a timer was not started, for the executor stops");
      }
    }

    @Override
    public void run() {
      if (!remove(this)) {
        return;
      }
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "a timer's task failed", e);
      }
    }

    @Override
    public void cancel() {
      if (remove(this) && future != null) {
        future.cancel(false);
      }
    }
  }
}
