package org.bbc1.client;

import java.lang.System.Logger.Level;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread on which a program's own code is called, one call after the other, so that it may wait
 * for answers. If {@value #MAX_WAITING} calls wait, whoever brings the next one waits too, and with
 * that the node. What a call throws is logged.
 */
final class EventThread {

  static final int MAX_WAITING = 1000;

  private static final System.Logger LOG = System.getLogger(EventThread.class.getName());
  private static final long IDLE_SECONDS = 10;

  private final ThreadPoolExecutor executor;

  EventThread(String name) {
    executor =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            },
            EventThread::waitForRoom);
    executor.allowCoreThreadTimeOut(true);
  }

  void call(Runnable event) {
    executor.execute(() -> run(event));
  }

  /** Calls that have not begun are dropped. */
  void close() {
    executor.shutdown();
    executor.getQueue().clear();
  }

  private static void run(Runnable event) {
    try {
      event.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a listener failed", e);
    }
  }

  private static void waitForRoom(Runnable task, ThreadPoolExecutor executor) {
    if (executor.isShutdown()) {
      return;
    }
    try {
      executor.getQueue().put(task);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RejectedExecutionException(e);
    }
  }
}
