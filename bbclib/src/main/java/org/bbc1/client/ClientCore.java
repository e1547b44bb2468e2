package org.bbc1.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MessageFieldException;

/**
 * What the parts of {@link BbcAsyncClient} stand on: requests with and without answer over one
 * connection.
 */
final class ClientCore {

  private final RequestForms forms;
  private final EventThread events;
  private final NodeLink link;
  private final PendingRequests pending;
  private final CrossRefStock crossRefs = new CrossRefStock();

  ClientCore(ClientConfig config, Consumer<Message> unasked) {
    this.forms = new RequestForms(config.nodeKey());
    this.events = new EventThread("bbc1-events-" + config.host() + ":" + config.port());
    this.link = new NodeLink();
    this.pending = new PendingRequests(config.requestTimeout(), link);
    link.open(
        config,
        new Dispatcher(pending, crossRefs, message -> events.call(() -> unasked.accept(message))));
  }

  RequestForms forms() {
    return forms;
  }

  CrossRefStock crossRefs() {
    return crossRefs;
  }

  /** Sends a message that has no answer. */
  void tell(Message.Builder message) {
    link.queryIds().next();
    link.send(message.build());
  }

  /** Sends a message that has no answer but carries a query id all the same. */
  void tellNumbered(Message.Builder message) {
    link.send(message.put(KeyType.QUERY_ID, QueryIds.bytes(link.queryIds().next())).build());
  }

  /** Sends a request whose answer has its query id. */
  <T> CompletableFuture<T> ask(
      Command command, Message.Builder request, Function<Message, T> reader) {
    Command response = command.response();
    if (response == null) {
      throw new IllegalArgumentException(command + " has no response");
    }
    return ask(new SingleAnswer(response), request, reader);
  }

  /** Sends a request and reads its answer. */
  <A, T> CompletableFuture<T> ask(
      Pending<A> awaited, Message.Builder request, Function<A, T> reader) {
    return pending.send(awaited, request).thenApply(answer -> read(answer, reader));
  }

  void close() {
    pending.failAll(new ConnectionException("the client is closed", null));
    link.close();
    events.close();
  }

  private static <A, T> T read(A answer, Function<A, T> reader) {
    try {
      return reader.apply(answer);
    } catch (MessageFieldException | IllegalArgumentException | ArithmeticException e) {
      throw new CompletionException(new ReplyFormatException(e));
    }
  }
}
