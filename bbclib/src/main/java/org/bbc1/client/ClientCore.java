package org.bbc1.client;

import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MessageFieldException;
import org.jspecify.annotations.Nullable;

/**
 * What both faces of the client stand on: messages and requests over one link, the key exchange,
 * and the restoration of a lost connection.
 */
final class ClientCore implements NodeLink.User {

  /** Gets what no request of the core waits for, on the reader thread. */
  interface Inbox {
    void received(Message message);

    void lost(ConnectionException cause);

    void restored();

    void givenUp(ConnectionException cause);
  }

  /**
   * A key exchange that is under way.
   *
   * @param queryId of its request
   * @param answer that of the node, which may be a refusal; otherwise the key is in force
   */
  record Exchange(int queryId, CompletableFuture<Message> answer) {}

  private final SecureRandom random = new SecureRandom();
  private final RequestForms forms;
  private final NodeLink link;
  private final PendingRequests pending;
  private final Inbox inbox;
  private final CrossRefStock crossRefs = new CrossRefStock();
  private final LastingMessages lasting = new LastingMessages();
  private volatile @Nullable DomainId keyDomain;

  ClientCore(ClientConfig config, Inbox inbox) {
    this.inbox = inbox;
    this.forms = new RequestForms(config.nodeKey());
    this.link = new NodeLink(config, this, random);
    this.pending = new PendingRequests(config.requestTimeout(), link);
  }

  /**
   * Connects.
   *
   * @throws ConnectionException if the node cannot be reached
   */
  void open() {
    link.open();
  }

  RequestForms forms() {
    return forms;
  }

  NodeLink link() {
    return link;
  }

  CrossRefStock crossRefs() {
    return crossRefs;
  }

  /** Sends a message that has no answer; gives the query id it would have. */
  int tell(Message.Builder message) {
    int queryId = link.queryIds().next();
    link.send(message.build());
    return queryId;
  }

  /** Sends a message whose effect ends with the connection; it is sent again on a new one. */
  int tellLasting(Message.Builder message) {
    int queryId = link.queryIds().next();
    Message built = message.build();
    lasting.add(built);
    try {
      link.send(built);
    } catch (ConnectionException e) {
      lasting.remove(built);
      throw e;
    }
    return queryId;
  }

  /** Sends a message that has no answer but carries a query id all the same. */
  int tellNumbered(Message.Builder message) {
    int queryId = link.queryIds().next();
    link.send(message.put(KeyType.QUERY_ID, QueryIds.bytes(queryId)).build());
    return queryId;
  }

  /** No longer wants to be told of transactions with assets of the group. */
  int unwatch(AssetGroupId group) {
    MessagingRequests requests = new MessagingRequests(forms);
    lasting.remove(requests.notification(Command.REQUEST_INSERT_NOTIFICATION, group).build());
    return tell(requests.notification(Command.CANCEL_INSERT_NOTIFICATION, group));
  }

  /** Takes the registration back, upon which the node ends the connection. */
  int unregister() {
    link.expectEnd();
    lasting.clear();
    return tell(new MessagingRequests(forms).unregister());
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

  /**
   * Exchanges a key with the node; what the node sends through the user's registration is encrypted
   * from then on.
   *
   * @throws IllegalStateException if the client sends encrypted already
   */
  Exchange exchangeKey(DomainId domain) {
    if (link.isEncrypted()) {
      throw new IllegalStateException("frames on their way would be unreadable under another key");
    }
    return sendKeyExchange(domain);
  }

  private Exchange sendKeyExchange(DomainId domain) {
    KeyExchangeAnswer answer =
        new KeyExchangeAnswer(
            random,
            key -> {
              link.activate(key);
              keyDomain = domain;
            });
    int queryId = pending.reserve(answer);
    Message.Builder request =
        answer.addTo(forms.skeleton(Command.REQUEST_ECDH_KEY_EXCHANGE, domain));
    return new Exchange(queryId, pending.send(queryId, answer, request, link::sendPlain));
  }

  /**
   * Whether what is sent from now on is encrypted.
   *
   * @throws IllegalStateException if it shall be and no key was exchanged
   */
  void setEncrypted(boolean wanted) {
    if (wanted && keyDomain == null) {
      throw new IllegalStateException("no key was exchanged to encrypt with");
    }
    link.setEncrypted(wanted);
  }

  @Override
  public void received(Message message) {
    if (!pending.complete(message)) {
      crossRefs.addFrom(message);
      inbox.received(message);
    }
  }

  @Override
  public void ended(ConnectionException cause) {
    pending.failAll(cause);
  }

  @Override
  public void lost(ConnectionException cause) {
    inbox.lost(cause);
  }

  @Override
  public void restore() {
    DomainId domain = keyDomain;
    if (domain != null) {
      Waiting.await(sendKeyExchange(domain).answer().thenApply(Answers::done));
    }
    lasting.all().forEach(link::sendRestoring);
  }

  @Override
  public void restored() {
    inbox.restored();
  }

  @Override
  public void givenUp(ConnectionException cause) {
    inbox.givenUp(cause);
  }

  /** First the link, so that no request slips in between and waits for nothing. */
  void close() {
    link.close();
    pending.failAll(new ConnectionException("the client is closed", null));
  }

  private static <A, T> T read(A answer, Function<A, T> reader) {
    try {
      return reader.apply(answer);
    } catch (MessageFieldException | IllegalArgumentException | ArithmeticException e) {
      throw new CompletionException(new ReplyFormatException(e));
    }
  }
}
