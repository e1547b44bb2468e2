package org.bbc1.connector;

import io.netty.channel.EventLoopGroup;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Every thread of the connector, made at its start and ended at its stop. */
public final class ConnectorThreads implements AutoCloseable {

  /** All threads of the connector have names that begin so. */
  public static final String NAME_PREFIX = "bbc1-connector-";

  private static final Logger LOG = System.getLogger(ConnectorThreads.class.getName());
  private static final int MAX_EVENT_LOOPS = 4;
  private static final long SECONDS_TO_END = 5;

  private final Transport transport;
  private final EventLoopGroup acceptor;
  private final EventLoopGroup sockets;
  private final ExecutorService workers;

  /** Makes the thread pools; the threads themselves come with the first work. */
  public ConnectorThreads(ConnectorConfiguration configuration) {
    this(configuration, Transport.fastest());
  }

  ConnectorThreads(ConnectorConfiguration configuration, Transport transport) {
    this.transport = transport;
    this.acceptor = transport.newGroup(1, new ConnectorThreadFactory(NAME_PREFIX + "acceptor"));
    this.sockets =
        transport.newGroup(
            Math.min(MAX_EVENT_LOOPS, Runtime.getRuntime().availableProcessors()),
            new ConnectorThreadFactory(NAME_PREFIX + "socket"));
    this.workers = newWorkers(configuration.workers());
  }

  /**
   * The queue needs no bound of its own: each connection has at most one task in it, and the number
   * of connections, including those whose messages are still being dealt with, is limited.
   */
  private static ExecutorService newWorkers(int count) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            count,
            count,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new ConnectorThreadFactory(NAME_PREFIX + "worker"));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Runs what may take time: decoding and delivery. */
  public ExecutorService workers() {
    return workers;
  }

  /** Runs short tasks after a delay; they must not block. */
  public ScheduledExecutorService timer() {
    return acceptor;
  }

  Transport transport() {
    return transport;
  }

  EventLoopGroup acceptor() {
    return acceptor;
  }

  EventLoopGroup sockets() {
    return sockets;
  }

  /**
   * Ends all threads and waits for them, at most 5 s for each pool of sockets and 10 s for the
   * workers.
   */
  @Override
  public void close() {
    boolean interrupted = stop(acceptor, "acceptor");
    interrupted |= stop(sockets, "socket");
    interrupted |= stopWorkers();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean stop(EventLoopGroup group, String name) {
    var unused = group.shutdownGracefully(0, SECONDS_TO_END, TimeUnit.SECONDS);
    return await(group, name);
  }

  /**
   * A running delivery gets its time before it is interrupted: an interrupt can harm a file
   * database that it is just writing to.
   */
  private boolean stopWorkers() {
    workers.shutdown();
    boolean interrupted = await(workers, "worker");
    if (!workers.isTerminated()) {
      workers.shutdownNow();
      interrupted |= await(workers, "worker");
    }
    return interrupted;
  }

  /** Whether the wait was interrupted. */
  private static boolean await(ExecutorService pool, String name) {
    try {
      if (!pool.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
        LOG.log(
            Level.WARNING,
            ConnectorText.THREADS_DID_NOT_END.with(NAME_PREFIX + name, SECONDS_TO_END));
      }
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }
}
