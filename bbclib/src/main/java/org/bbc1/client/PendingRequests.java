package org.bbc1.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * The requests that wait for their answer, by query id. The id is a counter of 16 bits that goes
 * out little-endian and begins with 1 (client-protocol section 7.2).
 */
final class PendingRequests {

  private static final int QUERY_IDS = 1 << 16;

  /** A request in flight: the command its answer must have, and who waits for it. */
  private record Pending(Command response, CompletableFuture<Message> answer) {}

  private final Duration timeout;
  private final AtomicInteger counter = new AtomicInteger();
  private final ConcurrentMap<Integer, Pending> waiting = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable ConnectionException> end = new AtomicReference<>();

  PendingRequests(Duration timeout) {
    this.timeout = timeout;
  }

  /** The counter moves on with every message, also with one that carries no query id. */
  void skipQueryId() {
    counter.incrementAndGet();
  }

  /** Registers a request and sends it. */
  CompletableFuture<Message> send(
      Command response, Message.Builder request, FrameConnection connection) {
    CompletableFuture<Message> answer = new CompletableFuture<>();
    int queryId = reserve(new Pending(response, answer));
    CompletableFuture<Message> result =
        answer
            .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((message, failure) -> waiting.remove(queryId))
            .exceptionally(this::explain);
    try {
      connection.send(request.put(KeyType.QUERY_ID, bytes(queryId)).build());
    } catch (ConnectionException | IllegalArgumentException e) {
      answer.completeExceptionally(e);
    }
    ConnectionException ended = end.get();
    if (ended != null) {
      answer.completeExceptionally(ended);
    }
    return result;
  }

  /** Hands the message to the request it answers; false if it answers none. */
  boolean complete(Message message) {
    Integer queryId = queryIdOf(message);
    if (queryId == null) {
      return false;
    }
    Pending pending = waiting.get(queryId);
    return pending != null
        && message.commandNumber().orElse(-1) == pending.response().number()
        && waiting.remove(queryId, pending)
        && pending.answer().complete(message);
  }

  /** No answer will come any more. */
  void failAll(ConnectionException cause) {
    end.compareAndSet(null, cause);
    waiting.values().forEach(pending -> pending.answer().completeExceptionally(cause));
  }

  private int reserve(Pending pending) {
    for (int attempt = 0; attempt < QUERY_IDS; attempt++) {
      int queryId = counter.incrementAndGet() & (QUERY_IDS - 1);
      if (waiting.putIfAbsent(queryId, pending) == null) {
        return queryId;
      }
    }
    throw new IllegalStateException("all " + QUERY_IDS + " query ids are in use");
  }

  private Message explain(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof TimeoutException) {
      throw new RequestTimeoutException(timeout);
    }
    throw new CompletionException(cause);
  }

  private static byte[] bytes(int queryId) {
    return new byte[] {(byte) queryId, (byte) (queryId >>> 8)};
  }

  private static @Nullable Integer queryIdOf(Message message) {
    byte[] bytes = Answers.queryId(message);
    return bytes == null || bytes.length != 2
        ? null
        : Byte.toUnsignedInt(bytes[0]) | Byte.toUnsignedInt(bytes[1]) << 8;
  }
}
