package org.bbc1.client;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MessageFieldException;

/** The requests that wait for their answer, by query id. */
final class PendingRequests {

  private static final System.Logger LOG = System.getLogger(PendingRequests.class.getName());

  private final Duration timeout;
  private final NodeLink link;
  private final ConcurrentMap<Integer, Pending<?>> waiting = new ConcurrentHashMap<>();

  PendingRequests(Duration timeout, NodeLink link) {
    this.timeout = timeout;
    this.link = link;
  }

  /** Registers a request and sends it. */
  <T> CompletableFuture<T> send(Pending<T> pending, Message.Builder request) {
    return send(reserve(pending), pending, request, link::send);
  }

  /** Sends a request for which a query id is reserved. */
  <T> CompletableFuture<T> send(
      int queryId, Pending<T> pending, Message.Builder request, Consumer<Message> way) {
    CompletableFuture<T> result =
        pending
            .answer()
            .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((answer, failure) -> waiting.remove(queryId, pending))
            .exceptionally(failure -> explain(pending, failure));
    try {
      way.accept(request.put(KeyType.QUERY_ID, QueryIds.bytes(queryId)).build());
    } catch (ConnectionException | IllegalArgumentException e) {
      pending.answer().completeExceptionally(e);
    }
    return result;
  }

  /** Hands the message to the request it answers; false if it answers none. */
  boolean complete(Message message) {
    try {
      return take(message);
    } catch (MessageFieldException | ArithmeticException e) {
      LOG.log(Level.DEBUG, "unreadable answer: {0}", e.getMessage());
      return false;
    }
  }

  private boolean take(Message message) {
    Integer queryId = QueryIds.number(Answers.queryId(message));
    Pending<?> pending = queryId == null ? null : waiting.get(queryId);
    return (pending != null && pending.take(message)) || completeUnnumbered(message);
  }

  /** Two answers may come without the query id of the request. */
  private boolean completeUnnumbered(Message message) {
    int command = message.commandNumber().orElse(-1);
    boolean possible =
        command == Command.RESPONSE_CROSS_REF_VERIFY.number()
            || command == Command.RESPONSE_GATHER_SIGNATURE.number();
    return possible
        && waiting.values().stream().anyMatch(pending -> pending.takeUnnumbered(message));
  }

  /** The answers that are waited for will not come any more. */
  void failAll(ConnectionException cause) {
    waiting.values().forEach(pending -> pending.answer().completeExceptionally(cause));
  }

  /** Takes the next query id that no request waits under. */
  int reserve(Pending<?> pending) {
    for (int attempt = 0; attempt < QueryIds.COUNT; attempt++) {
      int queryId = link.queryIds().next();
      if (waiting.putIfAbsent(queryId, pending) == null) {
        return queryId;
      }
    }
    throw new IllegalStateException("all " + QueryIds.COUNT + " query ids are in use");
  }

  private <T> T explain(Pending<T> pending, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof TimeoutException) {
      return pending.afterTimeout(timeout);
    }
    throw new CompletionException(cause);
  }
}
