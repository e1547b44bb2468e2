package org.bbc1.node;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bbc1.node.config.ProcessConfiguration;

/**
 * The bounded pools of the node. Validation: one thread a processor, for decoding and signature
 * checks. Queries: what waits for the database or a file; fewer threads than the connection pool
 * has connections, so that the ledger's writer always gets one. Answers: what follows a commit,
 * asset files put in place among it, kept apart so that no slow search stands before it. When a
 * queue is full, the thread that brings the task does it itself, which slows its connections down
 * instead of growing memory.
 */
public final class NodeExecutors implements AutoCloseable {

  private static final int QUEUED_TASKS = 4096;
  private static final int ANSWER_THREADS = 8;
  private static final int STOP_SECONDS = 30;

  private final ThreadPoolExecutor validation;
  private final ThreadPoolExecutor queries;
  private final ThreadPoolExecutor answers;

  /**
   * @param threads where threads come from; in a container its managed thread factory
   */
  public NodeExecutors(ThreadFactory threads, ProcessConfiguration.Limits limits) {
    this.validation = pool(limits.validationThreads(), threads);
    this.queries = pool(limits.queryThreads(), threads);
    this.answers = pool(ANSWER_THREADS, threads);
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
            NodeExecutors::runInCaller);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static void runInCaller(Runnable task, ThreadPoolExecutor pool) {
    if (pool.isShutdown()) {
      throw new RejectedExecutionException("the node stops");
    }
    task.run();
  }

  /** Runs decoding and signature checks. */
  public Executor validation() {
    return validation;
  }

  /** Runs searches and other work that waits. */
  public Executor queries() {
    return queries;
  }

  /** Runs what writes asset files and what follows a commit. */
  public Executor answers() {
    return answers;
  }

  /**
   * Takes no new work and waits, 30 s at most, until what was accepted is done or has been given to
   * the ledger.
   */
  void finishWork() {
    stop(validation);
    stop(queries);
  }

  /** Ends all pools; to be called after the ledger has been closed, whose answers need one. */
  @Override
  public void close() {
    finishWork();
    stop(answers);
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
