package org.bbc1.client;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

  /** Waits on the calls of this client, and closes it with itself. */
  public BbcClient(BbcAsyncClient client) {
    this.client = client;
  }

  /**
   * Connects to a node.
   *
   * @throws ConnectionException if the node cannot be reached
   */
  public static BbcClient connect(ClientConfig config) {
    return new BbcClient(BbcAsyncClient.connect(config));
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

  /** See {@link BbcAsyncClient#unregister}. */
  public void unregister() {
    client.unregister();
  }

  /** See {@link BbcAsyncClient#setUpDomain(DomainId)}. */
  public DomainChange setUpDomain(DomainId domain) {
    return await(client.setUpDomain(domain));
  }

  /** See {@link BbcAsyncClient#setUpDomain(DomainId, String)}. */
  public DomainChange setUpDomain(DomainId domain, @Nullable String configuration) {
    return await(client.setUpDomain(domain, configuration));
  }

  /** See {@link BbcAsyncClient#closeDomain}. */
  public DomainChange closeDomain(DomainId domain) {
    return await(client.closeDomain(domain));
  }

  /** See {@link BbcAsyncClient#domains}. */
  public List<DomainId> domains() {
    return await(client.domains());
  }

  /** See {@link BbcAsyncClient#statistics}. */
  public Map<String, Map<String, Long>> statistics() {
    return await(client.statistics());
  }

  /** See {@link BbcAsyncClient#configuration}. */
  public String configuration() {
    return await(client.configuration());
  }

  /** See {@link BbcAsyncClient#nodeId}. */
  public NodeId nodeId(DomainId domain) {
    return await(client.nodeId(domain));
  }

  /** See {@link BbcAsyncClient#insert(Transaction)}. */
  public TransactionId insert(Transaction transaction) {
    return await(client.insert(transaction));
  }

  /** See {@link BbcAsyncClient#insert(Transaction, Map)}. */
  public TransactionId insert(Transaction transaction, Map<AssetId, byte[]> assetFiles) {
    return await(client.insert(transaction, assetFiles));
  }

  /** See {@link BbcAsyncClient#search(TransactionId)}. */
  public SearchResult search(TransactionId id) {
    return await(client.search(id));
  }

  /** See {@link BbcAsyncClient#search(SearchCondition, SearchOrder, int)}. */
  public SearchResult search(SearchCondition condition, SearchOrder order, int count) {
    return await(client.search(condition, order, count));
  }

  /** See {@link BbcAsyncClient#count}. */
  public long count(SearchCondition condition) {
    return await(client.count(condition));
  }

  /** See {@link BbcAsyncClient#traverse}. */
  public Traversal traverse(TraversalRequest traversal) {
    return await(client.traverse(traversal));
  }

  @Override
  public void close() {
    client.close();
  }

  private static <T> T await(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ClientException cause) {
        throw cause;
      }
      if (e.getCause() instanceof IllegalArgumentException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
