package org.bbc1.connector;

import io.netty.util.concurrent.FastThreadLocalThread;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the threads of the connector: named, and with the connector's own class loader in place of
 * that of whichever application happened to cause the thread. They are daemons, since it is the
 * container that keeps the process alive.
 */
final class ConnectorThreadFactory implements ThreadFactory {

  private final String name;
  private final AtomicInteger last = new AtomicInteger();

  ConnectorThreadFactory(String name) {
    this.name = name;
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new FastThreadLocalThread(task, name + "-" + last.incrementAndGet());
    thread.setContextClassLoader(ConnectorThreadFactory.class.getClassLoader());
    thread.setDaemon(true);
    return thread;
  }
}
