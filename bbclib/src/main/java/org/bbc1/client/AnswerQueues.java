package org.bbc1.client;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where answers wait to be fetched: one queue for each request that has one, and a common queue. A
 * queue that nobody reads expires, so that requests without answer leave nothing behind.
 */
final class AnswerQueues {

  static final int COMMON_CAPACITY = 10_000;
  static final int QUERY_CAPACITY = 1_000;
  static final Duration LIFETIME = Duration.ofMinutes(10);

  private record QueryQueue(WaitingQueue<Message> queue, long madeNanos) {}

  private final LongSupplier nanoTime;
  private final WaitingQueue<Object> common = new WaitingQueue<>(COMMON_CAPACITY);
  private final Map<QueryId, QueryQueue> queues = new LinkedHashMap<>();
  private @Nullable ConnectionException end;

  AnswerQueues(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Makes an empty queue for the request, in the place of one of an earlier request. Without a
   * connection nothing is waited for in it.
   */
  synchronized WaitingQueue<Message> create(QueryId id) {
    return create(id, end);
  }

  /**
   * The same for a request that is about to be sent. Whether there is a connection shows in the
   * sending: a new one can be in use a moment before {@link #restart}.
   */
  synchronized void createForRequest(QueryId id) {
    create(id, null);
  }

  private WaitingQueue<Message> create(QueryId id, @Nullable ConnectionException ended) {
    long now = nanoTime.getAsLong();
    expire(now);
    WaitingQueue<Message> queue = new WaitingQueue<>(QUERY_CAPACITY);
    queue.end(ended);
    queues.remove(id);
    queues.put(id, new QueryQueue(queue, now));
    return queue;
  }

  synchronized void remove(QueryId id) {
    queues.remove(id);
  }

  /** Puts the message into the queue of its request; false if there is none or it is no answer. */
  synchronized boolean offer(Message message) {
    QueryId id = canBeAnswer(message) ? QueryId.of(message) : null;
    QueryQueue found = id == null ? null : queues.get(id);
    if (found != null) {
      found.queue().put(message);
    }
    return found != null;
  }

  /**
   * What others send has query ids of their own numbering, or forged ones. Only the own request for
   * a signature that reached nobody comes back as one.
   */
  private static boolean canBeAnswer(Message message) {
    int command = message.commandNumber().orElse(-1);
    return command == Command.REQUEST_SIGNATURE.number()
        ? message.get(KeyType.RESULT) instanceof Value.Bool delivered && !delivered.value()
        : command != Command.MESSAGE.number()
            && command != Command.NOTIFY_INSERTED.number()
            && command != Command.NOTIFY_CROSS_REF.number();
  }

  void putCommon(Object item) {
    common.put(item);
  }

  @Nullable Object takeCommon(Duration timeout) {
    return common.take(timeout);
  }

  /** Takes from the queue of a request, which is made if it is not there. */
  @Nullable Message take(QueryId id, Duration timeout, boolean keep) {
    WaitingQueue<Message> queue = queueOf(id);
    try {
      return queue.take(timeout);
    } finally {
      if (!keep) {
        removeIfSame(id, queue);
      }
    }
  }

  /** Whoever waits for an answer waits in vain; so does who comes later, until the next restart. */
  synchronized void end(ConnectionException cause) {
    end = cause;
    common.end(cause);
    queues.values().forEach(query -> query.queue().end(cause));
  }

  /** There is a connection again; the answers to what was asked before do not come. */
  synchronized void restart() {
    end = null;
    common.end(null);
  }

  /** Whether somebody waits for an answer to the request. */
  synchronized boolean hasReaders(QueryId id) {
    QueryQueue found = queues.get(id);
    return found != null && found.queue().hasReaders();
  }

  synchronized int size() {
    return queues.size();
  }

  private synchronized WaitingQueue<Message> queueOf(QueryId id) {
    QueryQueue found = queues.get(id);
    return found == null ? create(id) : found.queue();
  }

  private synchronized void removeIfSame(QueryId id, WaitingQueue<Message> queue) {
    QueryQueue found = queues.get(id);
    if (found != null && found.queue() == queue) {
      queues.remove(id);
    }
  }

  /** The oldest come first. */
  private void expire(long now) {
    Iterator<QueryQueue> all = queues.values().iterator();
    while (all.hasNext()) {
      QueryQueue oldest = all.next();
      if (now - oldest.madeNanos() < LIFETIME.toNanos()) {
        return;
      }
      if (!oldest.queue().hasReaders()) {
        all.remove();
      }
    }
  }
}
