package org.bbc1.node.transaction;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A pool whose tasks hold memory, bounded by their bytes besides their number. When too much would
 * wait, whoever brings a task does it itself, as with a queue that is full.
 */
final class ByteBoundedExecutor {

  private final Executor pool;
  private final long maxBytes;
  private final AtomicLong waiting = new AtomicLong();

  /**
   * @param maxBytes what tasks may hold that wait or run; a single larger one is taken all the same
   */
  ByteBoundedExecutor(Executor pool, long maxBytes) {
    this.pool = pool;
    this.maxBytes = maxBytes;
  }

  /** The pool for one task that holds so many bytes. */
  Executor holding(long bytes) {
    return task -> execute(task, bytes);
  }

  private void execute(Runnable task, long bytes) {
    long total = waiting.addAndGet(bytes);
    if (total > maxBytes && total > bytes) {
      waiting.addAndGet(-bytes);
      task.run();
      return;
    }
    try {
      pool.execute(() -> run(task, bytes));
    } catch (RejectedExecutionException e) {
      waiting.addAndGet(-bytes);
      throw e;
    }
  }

  private void run(Runnable task, long bytes) {
    try {
      task.run();
    } finally {
      waiting.addAndGet(-bytes);
    }
  }
}
