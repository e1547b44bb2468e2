package org.bbc1.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.transaction.CrossRef;
import org.bbc1.transaction.ReferenceSlots;
import org.bbc1.transaction.Signature;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The client as the reference has it, for programs that come from there: every method sends and
 * gives the query id, under which {@link Callback#syncByQueryId} waits for the answer. New programs
 * are better served by {@link BbcClient} and {@link BbcAsyncClient}, whose answers have types.
 * Thread-safe.
 *
 * <p>With a queue for each request ({@code multiq}) its answers are found by query id; without, all
 * arrive in the common queue of the callback. A message that is not sent for want of a connection
 * ends in a {@link ConnectionException}. Source: client-protocol section 18.1.
 */
public final class BBcAppClient implements AutoCloseable {

  private final boolean multiq;
  private final EventThread events;
  private final CallbackInbox inbox;
  private final ClientCore core;
  private final AdminRequests admin;
  private final LedgerRequests ledger;
  private final MessagingRequests messaging;
  private volatile @Nullable KeyPair keyPair;

  private BBcAppClient(ClientConfig config, boolean multiq, Callback callback) {
    this.multiq = multiq;
    this.events = new EventThread("bbc1-events-" + config.host() + ":" + config.port());
    this.inbox = new CallbackInbox(callback, events);
    this.core = new ClientCore(config, inbox);
    this.admin = new AdminRequests(core.forms());
    this.ledger = new LedgerRequests(core.forms());
    this.messaging = new MessagingRequests(core.forms());
  }

  /**
   * Connects, with a queue for each request.
   *
   * @throws ConnectionException if the node cannot be reached
   */
  public static BBcAppClient connect(ClientConfig config) {
    return connect(config, true, new Callback());
  }

  /**
   * Connects.
   *
   * @param multiq whether each request has a queue of its own
   * @param callback gets the messages that arrive, from the first on
   * @throws ConnectionException if the node cannot be reached
   */
  public static BBcAppClient connect(ClientConfig config, boolean multiq, Callback callback) {
    BBcAppClient client = new BBcAppClient(config, multiq, callback);
    callback.setClient(client);
    client.core.open();
    return client;
  }

  /**
   * Gives what arrives from now on to another callback, also the answers to what has been asked
   * already.
   */
  public void setCallback(Callback other) {
    other.setClient(this);
    inbox.use(other);
  }

  /** The callback in force. */
  public Callback callback() {
    return inbox.callback();
  }

  /** Acts in this domain from now on. */
  public void setDomainId(@Nullable DomainId domain) {
    core.forms().actIn(domain);
  }

  /** Acts for this user from now on. */
  public void setUserId(@Nullable UserId user) {
    core.forms().actFor(user);
  }

  /** Keeps the user's key pair for the program; the client does not use it. */
  public void setKeyPair(@Nullable KeyPair pair) {
    keyPair = pair;
  }

  /** The key pair that was set, or null. */
  public @Nullable KeyPair keyPair() {
    return keyPair;
  }

  /** Signs the admin commands with this key from now on, or no longer. */
  public void setNodeKey(@Nullable KeyPair nodeKey) {
    core.forms().signWith(nodeKey);
  }

  /**
   * Signs the admin commands with the key of this PEM file from now on.
   *
   * @throws IOException if it cannot be read
   */
  public void setNodeKey(Path pemFile) throws IOException {
    setNodeKey(KeyPair.fromPem(Files.readString(pemFile, StandardCharsets.US_ASCII)));
  }

  /** Registers the user in the domain. The node does not answer. */
  public QueryId registerToCore() {
    return registerToCore(false);
  }

  /**
   * Registers the user in the domain.
   *
   * @param onMultipleNodes whether others can have the address too, on other nodes as well
   */
  public QueryId registerToCore(boolean onMultipleNodes) {
    return QueryId.of(core.tellLasting(messaging.register(onMultipleNodes)));
  }

  /** Takes the registration back, upon which the node closes the connection. */
  public QueryId unregisterFromCore() {
    return QueryId.of(core.unregister());
  }

  /**
   * Exchanges a key; see {@link BbcAsyncClient#exchangeKey}. The answer arrives when the key is in
   * force.
   *
   * @throws IllegalStateException if no domain is set, or the client sends encrypted already
   */
  public QueryId exchangeKey() {
    DomainId domain = core.forms().identity().domain();
    if (domain == null) {
      throw new IllegalStateException("a key is exchanged in a domain");
    }
    ClientCore.Exchange exchange = core.exchangeKey(domain);
    QueryId queryId = QueryId.of(exchange.queryId());
    if (multiq) {
      callback().createQueue(queryId);
    }
    var unused = exchange.answer().thenAccept(inbox::keyExchanged);
    return queryId;
  }

  /**
   * Whether what is sent from now on is encrypted.
   *
   * @throws IllegalStateException if it shall be and no key was exchanged
   */
  public void setSecureConnection(boolean secure) {
    core.setEncrypted(secure);
  }

  /** Sets up a domain on the node, with JSON over the defaults of its configuration if given. */
  public QueryId domainSetup(DomainId domain, @Nullable String configuration) {
    return request(admin.setUpDomain(domain, configuration));
  }

  /** Closes a domain on the node. */
  public QueryId domainClose(DomainId domain) {
    return request(admin.closeDomain(domain));
  }

  /** Asks for the id of the node in the current domain. */
  public QueryId getNodeId() {
    return request(admin.nodeId());
  }

  /** Asks for the nodes that this one knows in a domain. */
  public QueryId getDomainNeighborlist(DomainId domain) {
    return request(admin.plain(Command.REQUEST_GET_NEIGHBORLIST, domain));
  }

  /** Gives a domain a neighbour that stays. */
  public QueryId setDomainStaticNode(DomainId domain, NodeId node, NodeAddress address) {
    return request(admin.staticNode(domain, node, address));
  }

  /** Has the node ping another one. There is no answer. */
  public QueryId sendDomainPing(DomainId domain, NodeAddress address) {
    return QueryId.of(core.tell(admin.domainPing(domain, address)));
  }

  /** Asks for the configuration of the node. */
  public QueryId getBbcConfig() {
    return request(admin.plain(Command.REQUEST_GET_CONFIG));
  }

  /** Has the node read the key file of the current domain again. There is no answer. */
  public QueryId notifyDomainKeyUpdate() {
    return QueryId.of(core.tellNumbered(admin.plain(Command.NOTIFY_DOMAIN_KEY_UPDATE)));
  }

  /** Asks for the domains that run on the node. */
  public QueryId getDomainList() {
    return request(admin.plain(Command.REQUEST_GET_DOMAINLIST));
  }

  /** Asks for the users of the current domain on this node. */
  public QueryId getUserList() {
    return request(admin.plain(Command.REQUEST_GET_USERS));
  }

  /** Asks on which other nodes users of the current domain are. */
  public QueryId getForwardingList() {
    return request(admin.plain(Command.REQUEST_GET_FORWARDING_LIST));
  }

  /** Asks who is told of transactions with assets of which group of the current domain. */
  public QueryId getNotificationList() {
    return request(admin.plain(Command.REQUEST_GET_NOTIFICATION_LIST));
  }

  /** Asks for the statistics of the node. */
  public QueryId getStats() {
    return request(admin.plain(Command.REQUEST_GET_STATS));
  }

  /** Switches the ledger subsystem of a domain on or off. */
  public QueryId manipulateLedgerSubsystem(DomainId domain, boolean enable) {
    return request(admin.ledgerSubsystem(domain, enable));
  }

  /** Records a transaction, with the contents of the asset files that the node shall keep. */
  public QueryId insertTransaction(Transaction transaction, Map<AssetId, byte[]> assetFiles) {
    return request(ledger.insert(transaction.serialize(), assetFiles));
  }

  /** Records a transaction without files. */
  public QueryId insertTransaction(Transaction transaction) {
    return insertTransaction(transaction, Map.of());
  }

  /** Searches a transaction. */
  public QueryId searchTransaction(TransactionId id) {
    return request(ledger.about(Command.REQUEST_SEARCH_TRANSACTION, id));
  }

  /** Searches the transactions that meet a condition; a count of 0 leaves it to the node. */
  public QueryId searchTransactionWithCondition(
      SearchCondition condition, SearchOrder order, int count) {
    return request(ledger.search(condition, order, count));
  }

  /** Counts the transactions that meet a condition. */
  public QueryId countTransactions(SearchCondition condition) {
    return request(ledger.count(condition));
  }

  /** Follows the links between transactions. */
  public QueryId traverseTransactions(TraversalRequest traversal) {
    return request(ledger.traverse(traversal));
  }

  /** Asks the node to repair its copy of a transaction. There is no answer. */
  public QueryId requestToRepairTransaction(TransactionId id) {
    return QueryId.of(core.tell(ledger.about(Command.REQUEST_REPAIR, id)));
  }

  /** Asks the node to repair its copy of an asset file. There is no answer. */
  public QueryId requestToRepairAsset(AssetGroupId group, AssetId asset) {
    return QueryId.of(core.tell(ledger.repairAssetFile(group, asset)));
  }

  /** Asks for the signatures of the query; several answers come under one query id. */
  public QueryId gatherSignatures(SignatureQuery query) {
    return request(messaging.gatherSignatures(query));
  }

  /** Asks all approvers of a reference, who also get the transaction it refers to. */
  public QueryId gatherSignatures(Transaction transaction, ReferenceSlots reference) {
    return gatherSignatures(SignatureQuery.of(transaction, reference));
  }

  /**
   * Gives a signature to the user who asked for it.
   *
   * @param referenceIndex the reference of the transaction it is for; −1 for none
   * @param queryId that of the request; null if it is not known
   */
  public QueryId sendbackSignature(
      UserId requester,
      TransactionId transaction,
      int referenceIndex,
      Signature signature,
      @Nullable QueryId queryId) {
    return answer(messaging.signature(requester, transaction, referenceIndex, signature), queryId);
  }

  /**
   * Refuses a signature.
   *
   * @param queryId that of the request; null if it is not known
   */
  public QueryId sendbackDenialOfSign(
      UserId requester, TransactionId transaction, String reason, @Nullable QueryId queryId) {
    return answer(messaging.denial(requester, transaction, reason), queryId);
  }

  /** Wants to be told of every transaction with assets of the group. */
  public QueryId requestInsertCompletionNotification(AssetGroupId group) {
    return QueryId.of(
        core.tellLasting(messaging.notification(Command.REQUEST_INSERT_NOTIFICATION, group)));
  }

  /** No longer wants to be told of transactions with assets of the group. */
  public QueryId cancelInsertCompletionNotification(AssetGroupId group) {
    return QueryId.of(core.unwatch(group));
  }

  /**
   * Asks for evidence from another domain that the transaction existed. The answer of a node of the
   * reference has no query id and arrives in the common queue.
   */
  public QueryId requestVerifyByCrossRef(TransactionId id) {
    return request(ledger.about(Command.REQUEST_CROSS_REF_VERIFY, id));
  }

  /** Asks for the transactions that other domains hold as cross references. */
  public QueryId requestCrossRefHoldersList() {
    return request(ledger.crossRefHolders());
  }

  /**
   * Puts the oldest cross reference that arrived into the transaction.
   *
   * @return false if there is none
   */
  public boolean includeCrossRef(TransactionBuilder transaction) {
    Optional<CrossRef> oldest = core.crossRefs().take();
    oldest.ifPresent(transaction::crossRef);
    return oldest.isPresent();
  }

  /** Has the ledger subsystem anchor the transaction; the group may be null. */
  public QueryId registerInLedgerSubsystem(@Nullable AssetGroupId group, TransactionId id) {
    return request(ledger.ledgerSubsystem(Command.REQUEST_REGISTER_HASH_IN_SUBSYS, group, id));
  }

  /** Asks what the ledger subsystem knows of the transaction; the group may be null. */
  public QueryId verifyInLedgerSubsystem(@Nullable AssetGroupId group, TransactionId id) {
    return request(ledger.ledgerSubsystem(Command.REQUEST_VERIFY_HASH_IN_SUBSYS, group, id));
  }

  /** Sends a message to a user, a multicast address, or one member of an anycast address. */
  public QueryId sendMessage(Value payload, UserId destination, boolean anycast) {
    return QueryId.of(core.tell(messaging.message(destination, payload, anycast)));
  }

  /** Sends a message to a user or a multicast address. */
  public QueryId sendMessage(Value payload, UserId destination) {
    return sendMessage(payload, destination, false);
  }

  /** Ends the connection. Waits for answers fail. */
  @Override
  public void close() {
    core.close();
    inbox.lost(new ConnectionException("the client is closed", null));
    events.close();
  }

  private QueryId request(Message.Builder request) {
    QueryId queryId = QueryId.of(core.link().queryIds().next());
    Callback current = callback();
    if (multiq) {
      current.queues().createForRequest(queryId);
    }
    try {
      core.link().send(request.put(KeyType.QUERY_ID, queryId.value()).build());
    } catch (RuntimeException e) {
      current.queues().remove(queryId);
      throw e;
    }
    return queryId;
  }

  /** Without the query id of the request the answer carries one of this client. */
  private QueryId answer(Message.Builder answer, @Nullable QueryId queryId) {
    QueryId used = queryId == null ? QueryId.of(core.link().queryIds().next()) : queryId;
    core.link().send(answer.put(KeyType.QUERY_ID, used.value()).build());
    return used;
  }
}
