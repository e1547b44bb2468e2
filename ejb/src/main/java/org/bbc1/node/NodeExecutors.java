package org.bbc1.node;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bbc1.node.config.ProcessConfiguration;

/**
 * The two bounded pools of the node. Validation: one thread a processor, for decoding and signature
 * checks. Queries: what waits for the database or a file; fewer threads than the connection pool
 * has connections, so that the ledger's writer always gets one. When a queue is full the thread
 * that delivered the message does the work itself, which slows its connections down instead of
 * growing memory.
 */
public final class NodeExecutors {

  private static final int QUEUED_TASKS = 1024;
  private static final int STOP_SECONDS = 30;

  private final ThreadPoolExecutor validation;
  private final ThreadPoolExecutor queries;

  /**
   * @param threads where threads come from; in a container its managed thread factory
   */
  public NodeExecutors(ThreadFactory threads, ProcessConfiguration.Limits limits) {
    this.validation = pool(limits.validationThreads(), threads);
    this.queries = pool(limits.queryThreads(), threads);
  }

  private static ThreadPoolExecutor pool(int size, ThreadFactory threads) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            size,
            size,
            60,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUED_TASKS),
            threads,
            new ThreadPoolExecutor.CallerRunsPolicy());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Runs decoding and signature checks. */
  public ExecutorService validation() {
    return validation;
  }

  /** Runs searches and other work that waits. */
  public ExecutorService queries() {
    return queries;
  }

  /** Ends both after what was accepted is done, at the latest after 30 s each. */
  void stop() {
    stop(validation);
    stop(queries);
  }

  private static void stop(ExecutorService pool) {
    pool.shutdown();
    try {
      if (!pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        pool.shutdownNow();
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
