package org.bbc1.connector.inbound;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Message endpoints kept for further use; making one per message costs the container as much as the
 * call itself. There are never more than threads that deliver at once.
 */
final class EndpointPool {

  private static final long NANOS_TO_WAIT = TimeUnit.SECONDS.toNanos(5);

  private final MessageEndpointFactory factory;
  private final Deque<MessageEndpoint> idle = new ArrayDeque<>();
  private int borrowed;
  private boolean closed;

  EndpointPool(MessageEndpointFactory factory) {
    this.factory = factory;
  }

  /**
   * An endpoint for one call, or nothing if the pool is closed.
   *
   * @throws UnavailableException if the container has none to give now
   */
  @Nullable MessageEndpoint borrow() throws UnavailableException {
    synchronized (this) {
      if (closed) {
        return null;
      }
      borrowed++;
      MessageEndpoint endpoint = idle.poll();
      if (endpoint != null) {
        return endpoint;
      }
    }
    return create();
  }

  private MessageEndpoint create() throws UnavailableException {
    MessageEndpoint endpoint = null;
    try {
      endpoint = factory.createEndpoint(null);
      return endpoint;
    } finally {
      if (endpoint == null) {
        returned();
      }
    }
  }

  /**
   * @param usable false if the call failed by an exception; the container may have discarded the
   *     bean
   */
  void giveBack(MessageEndpoint endpoint, boolean usable) {
    boolean keep;
    synchronized (this) {
      keep = usable && !closed;
      if (keep) {
        idle.push(endpoint);
      }
    }
    if (!keep) {
      endpoint.release();
    }
    returned();
  }

  private synchronized void returned() {
    borrowed--;
    notifyAll();
  }

  /** Waits at most 5 s for the endpoints in use and releases all others. */
  void close() {
    Deque<MessageEndpoint> leftover;
    synchronized (this) {
      closed = true;
      awaitReturns();
      leftover = new ArrayDeque<>(idle);
      idle.clear();
    }
    leftover.forEach(MessageEndpoint::release);
  }

  private synchronized void awaitReturns() {
    long deadline = System.nanoTime() + NANOS_TO_WAIT;
    try {
      long left = NANOS_TO_WAIT;
      while (borrowed > 0 && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = deadline - System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
