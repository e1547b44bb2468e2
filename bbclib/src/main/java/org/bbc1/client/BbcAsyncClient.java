package org.bbc1.client;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * A client of one node over one connection, with answers as futures. Thread-safe. Its commands are
 * in three parts: {@link #administration}, {@link #ledger} and {@link #messaging}; those that most
 * programs need are also here.
 *
 * <p>A future fails with a {@link ClientException}: {@link ErrorReplyException} if the node
 * refused, {@link RequestTimeoutException}, {@link ConnectionException} if there is no connection
 * or it is lost before the answer, {@link ReplyFormatException}; and with {@link
 * IllegalArgumentException} if the message is above the frame limit. What hangs on a future runs on
 * the connection's reader thread: it must not wait for another answer, or that answer is never
 * read.
 *
 * <p>Domain and user of the ledger commands and messages are those of the last {@link #register} or
 * {@link #actAs}. Source: client-protocol sections 7 to 13.
 */
public final class BbcAsyncClient implements AutoCloseable {

  private final EventThread events;
  private final ClientCore core;
  private final MessagingRequests requests;
  private final AsyncAdministration administration;
  private final AsyncLedger ledger;
  private final AsyncMessaging messaging;

  private BbcAsyncClient(ClientConfig config, ClientListener listener) {
    this.events = new EventThread("bbc1-events-" + config.host() + ":" + config.port());
    this.core = new ClientCore(config, new ListenerCalls(listener, events));
    this.requests = new MessagingRequests(core.forms());
    this.administration = new AsyncAdministration(core);
    this.ledger = new AsyncLedger(core);
    this.messaging = new AsyncMessaging(core);
  }

  /**
   * Connects to a node; messages that answer no request are dropped.
   *
   * @throws ConnectionException if the node cannot be reached
   */
  public static BbcAsyncClient connect(ClientConfig config) {
    return connect(config, new ClientListener() {});
  }

  /**
   * Connects to a node.
   *
   * @param listener gets what arrives without having been asked for
   * @throws ConnectionException if the node cannot be reached
   */
  public static BbcAsyncClient connect(ClientConfig config, ClientListener listener) {
    BbcAsyncClient client = new BbcAsyncClient(config, listener);
    client.core.open();
    return client;
  }

  /** The administration of the node. */
  public AsyncAdministration administration() {
    return administration;
  }

  /** The ledger of the domain. */
  public AsyncLedger ledger() {
    return ledger;
  }

  /** Messages, signatures and notifications. */
  public AsyncMessaging messaging() {
    return messaging;
  }

  /** Acts for this user in this domain from now on, without telling the node. */
  public void actAs(@Nullable DomainId domain, @Nullable UserId user) {
    core.forms().actAs(domain, user);
  }

  /**
   * Registers the user in the domain on this connection, and acts for them from now on. The node
   * does not answer; what is sent afterwards is processed after it.
   *
   * @throws ConnectionException if the connection is gone
   */
  public void register(DomainId domain, UserId user) {
    actAs(domain, user);
    core.tellLasting(requests.register(false));
  }

  /**
   * The same for an address that others can have too: what is sent to it reaches the members on all
   * nodes.
   *
   * @throws ConnectionException if the connection is gone
   */
  public void registerOnMultipleNodes(DomainId domain, UserId address) {
    actAs(domain, address);
    core.tellLasting(requests.register(true));
  }

  /**
   * Takes the registration back, upon which the node closes the connection. It is not made anew.
   *
   * @throws ConnectionException if the connection is gone
   */
  public void unregister() {
    core.unregister();
  }

  /**
   * Exchanges a key with the node, in the domain in which the client acts. From then on the node
   * encrypts what it sends to the registered user, but not the answers to administration; the
   * client sends encrypted only after {@link #setEncrypted}. Nobody proves who they are and nothing
   * guards the contents against change: a man in the middle succeeds. Where that matters, use a
   * connection that is protected otherwise.
   *
   * @throws IllegalStateException if the client acts in no domain, or sends encrypted already
   */
  public CompletableFuture<Void> exchangeKey() {
    DomainId domain = core.forms().identity().domain();
    if (domain == null) {
      throw new IllegalStateException("a key is exchanged in a domain");
    }
    return core.exchangeKey(domain).answer().thenApply(Answers::done);
  }

  /**
   * Whether what is sent from now on is encrypted.
   *
   * @throws IllegalStateException if it shall be and no key was exchanged
   */
  public void setEncrypted(boolean wanted) {
    core.setEncrypted(wanted);
  }

  /** See {@link AsyncAdministration#setUpDomain(DomainId)}. */
  public CompletableFuture<DomainChange> setUpDomain(DomainId domain) {
    return administration.setUpDomain(domain);
  }

  /** See {@link AsyncAdministration#setUpDomain(DomainId, String)}. */
  public CompletableFuture<DomainChange> setUpDomain(
      DomainId domain, @Nullable String configuration) {
    return administration.setUpDomain(domain, configuration);
  }

  /** See {@link AsyncAdministration#closeDomain}. */
  public CompletableFuture<DomainChange> closeDomain(DomainId domain) {
    return administration.closeDomain(domain);
  }

  /** See {@link AsyncAdministration#domains}. */
  public CompletableFuture<List<DomainId>> domains() {
    return administration.domains();
  }

  /** See {@link AsyncAdministration#statistics}. */
  public CompletableFuture<Map<String, Map<String, Long>>> statistics() {
    return administration.statistics();
  }

  /** See {@link AsyncAdministration#configuration}. */
  public CompletableFuture<String> configuration() {
    return administration.configuration();
  }

  /** See {@link AsyncAdministration#nodeId}. */
  public CompletableFuture<NodeId> nodeId(DomainId domain) {
    return administration.nodeId(domain);
  }

  /** See {@link AsyncLedger#insert(Transaction)}. */
  public CompletableFuture<TransactionId> insert(Transaction transaction) {
    return ledger.insert(transaction);
  }

  /** See {@link AsyncLedger#insert(Transaction, Map)}. */
  public CompletableFuture<TransactionId> insert(
      Transaction transaction, Map<AssetId, byte[]> assetFiles) {
    return ledger.insert(transaction, assetFiles);
  }

  /** See {@link AsyncLedger#insert(byte[], Map)}. */
  public CompletableFuture<TransactionId> insert(
      byte[] transaction, Map<AssetId, byte[]> assetFiles) {
    return ledger.insert(transaction, assetFiles);
  }

  /** See {@link AsyncLedger#search(TransactionId)}. */
  public CompletableFuture<SearchResult> search(TransactionId id) {
    return ledger.search(id);
  }

  /** See {@link AsyncLedger#search(SearchCondition, SearchOrder, int)}. */
  public CompletableFuture<SearchResult> search(
      SearchCondition condition, SearchOrder order, int count) {
    return ledger.search(condition, order, count);
  }

  /** See {@link AsyncLedger#count}. */
  public CompletableFuture<Long> count(SearchCondition condition) {
    return ledger.count(condition);
  }

  /** See {@link AsyncLedger#traverse}. */
  public CompletableFuture<Traversal> traverse(TraversalRequest traversal) {
    return ledger.traverse(traversal);
  }

  /** Ends the connection. Requests still waiting fail. */
  @Override
  public void close() {
    core.close();
    events.close();
  }
}
