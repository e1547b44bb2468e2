package org.bbc1.client;

import java.util.List;
import java.util.Map;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * A client of one node that waits for the answers. Thread-safe. Every method that asks the node
 * throws a {@link ClientException} if there is no usable answer, see {@link BbcAsyncClient}, which
 * this wraps.
 */
public final class BbcClient implements AutoCloseable {

  private final BbcAsyncClient client;
  private final Administration administration;
  private final Ledger ledger;
  private final Messaging messaging;

  /** Waits on the calls of this client, and closes it with itself. */
  public BbcClient(BbcAsyncClient client) {
    this.client = client;
    this.administration = new Administration(client.administration());
    this.ledger = new Ledger(client.ledger());
    this.messaging = new Messaging(client.messaging());
  }

  /**
   * Connects to a node.
   *
   * @throws ConnectionException if the node cannot be reached
   */
  public static BbcClient connect(ClientConfig config) {
    return new BbcClient(BbcAsyncClient.connect(config));
  }

  /**
   * Connects to a node.
   *
   * @param listener gets what arrives without having been asked for
   * @throws ConnectionException if the node cannot be reached
   */
  public static BbcClient connect(ClientConfig config, ClientListener listener) {
    return new BbcClient(BbcAsyncClient.connect(config, listener));
  }

  /** The administration of the node. */
  public Administration administration() {
    return administration;
  }

  /** The ledger of the domain. */
  public Ledger ledger() {
    return ledger;
  }

  /** Messages, signatures and notifications. */
  public Messaging messaging() {
    return messaging;
  }

  /** The client that is wrapped. */
  public BbcAsyncClient async() {
    return client;
  }

  /** See {@link BbcAsyncClient#actAs}. */
  public void actAs(@Nullable DomainId domain, @Nullable UserId user) {
    client.actAs(domain, user);
  }

  /** See {@link BbcAsyncClient#register}. */
  public void register(DomainId domain, UserId user) {
    client.register(domain, user);
  }

  /** See {@link BbcAsyncClient#registerOnMultipleNodes}. */
  public void registerOnMultipleNodes(DomainId domain, UserId address) {
    client.registerOnMultipleNodes(domain, address);
  }

  /** See {@link BbcAsyncClient#unregister}. */
  public void unregister() {
    client.unregister();
  }

  /** See {@link BbcAsyncClient#exchangeKey}. */
  public void exchangeKey() {
    Waiting.await(client.exchangeKey());
  }

  /** See {@link BbcAsyncClient#setEncrypted}. */
  public void setEncrypted(boolean wanted) {
    client.setEncrypted(wanted);
  }

  /** See {@link BbcAsyncClient#setUpDomain(DomainId)}. */
  public DomainChange setUpDomain(DomainId domain) {
    return Waiting.await(client.setUpDomain(domain));
  }

  /** See {@link BbcAsyncClient#setUpDomain(DomainId, String)}. */
  public DomainChange setUpDomain(DomainId domain, @Nullable String configuration) {
    return Waiting.await(client.setUpDomain(domain, configuration));
  }

  /** See {@link BbcAsyncClient#closeDomain}. */
  public DomainChange closeDomain(DomainId domain) {
    return Waiting.await(client.closeDomain(domain));
  }

  /** See {@link BbcAsyncClient#domains}. */
  public List<DomainId> domains() {
    return Waiting.await(client.domains());
  }

  /** See {@link BbcAsyncClient#statistics}. */
  public Map<String, Map<String, Long>> statistics() {
    return Waiting.await(client.statistics());
  }

  /** See {@link BbcAsyncClient#configuration}. */
  public String configuration() {
    return Waiting.await(client.configuration());
  }

  /** See {@link BbcAsyncClient#nodeId}. */
  public NodeId nodeId(DomainId domain) {
    return Waiting.await(client.nodeId(domain));
  }

  /** See {@link BbcAsyncClient#insert(Transaction)}. */
  public TransactionId insert(Transaction transaction) {
    return Waiting.await(client.insert(transaction));
  }

  /** See {@link BbcAsyncClient#insert(Transaction, Map)}. */
  public TransactionId insert(Transaction transaction, Map<AssetId, byte[]> assetFiles) {
    return Waiting.await(client.insert(transaction, assetFiles));
  }

  /** See {@link BbcAsyncClient#search(TransactionId)}. */
  public SearchResult search(TransactionId id) {
    return Waiting.await(client.search(id));
  }

  /** See {@link BbcAsyncClient#search(SearchCondition, SearchOrder, int)}. */
  public SearchResult search(SearchCondition condition, SearchOrder order, int count) {
    return Waiting.await(client.search(condition, order, count));
  }

  /** See {@link BbcAsyncClient#count}. */
  public long count(SearchCondition condition) {
    return Waiting.await(client.count(condition));
  }

  /** See {@link BbcAsyncClient#traverse}. */
  public Traversal traverse(TraversalRequest traversal) {
    return Waiting.await(client.traverse(traversal));
  }

  @Override
  public void close() {
    client.close();
  }
}
