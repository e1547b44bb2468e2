package org.bbc1.client;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.TransactionId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.transaction.Transaction;

/**
 * The ledger of the domain in which the client acts. How the futures fail: {@link BbcAsyncClient}.
 * Source: client-protocol section 11.
 */
public final class AsyncLedger {

  private final ClientCore core;
  private final LedgerRequests requests;

  AsyncLedger(ClientCore core) {
    this.core = core;
    this.requests = new LedgerRequests(core.forms());
  }

  /** Records a transaction without files. */
  public CompletableFuture<TransactionId> insert(Transaction transaction) {
    return insert(transaction, Map.of());
  }

  /**
   * Records a transaction.
   *
   * @param assetFiles contents of the asset files that the node shall keep
   */
  public CompletableFuture<TransactionId> insert(
      Transaction transaction, Map<AssetId, byte[]> assetFiles) {
    return insert(transaction.serialize(), assetFiles);
  }

  /**
   * Records a transaction that is already serialized.
   *
   * @param transaction with its wire header of 2 bytes
   * @param assetFiles contents of the asset files that the node shall keep
   */
  public CompletableFuture<TransactionId> insert(
      byte[] transaction, Map<AssetId, byte[]> assetFiles) {
    return core.ask(
        Command.REQUEST_INSERT,
        requests.insert(transaction, assetFiles),
        answer -> Answers.successful(answer).id(KeyType.TRANSACTION_ID, TransactionId::of));
  }

  /** The transaction of this id with its files; an empty result if there is none. */
  public CompletableFuture<SearchResult> search(TransactionId id) {
    return core.ask(
        Command.REQUEST_SEARCH_TRANSACTION,
        requests.about(Command.REQUEST_SEARCH_TRANSACTION, id),
        Answers::found);
  }

  /**
   * The transactions that meet a condition.
   *
   * @param count largest number of matching assets that are looked at; 0 leaves it to the node
   */
  public CompletableFuture<SearchResult> search(
      SearchCondition condition, SearchOrder order, int count) {
    return core.ask(
        Command.REQUEST_SEARCH_WITH_CONDITIONS,
        requests.search(condition, order, count),
        Answers::found);
  }

  /** How many transactions meet a condition. */
  public CompletableFuture<Long> count(SearchCondition condition) {
    return core.ask(
        Command.REQUEST_COUNT_TRANSACTIONS,
        requests.count(condition),
        answer -> Answers.successful(answer).integer(KeyType.COUNT));
  }

  /** The transactions that are linked to one, level by level. */
  public CompletableFuture<Traversal> traverse(TraversalRequest traversal) {
    return core.ask(
        Command.REQUEST_TRAVERSE_TRANSACTIONS, requests.traverse(traversal), Answers::traversal);
  }

  /**
   * The transactions of the domain that other domains hold as cross references; one entry for each
   * record, so that a transaction may occur several times.
   */
  public CompletableFuture<List<TransactionId>> crossReferenced() {
    return core.ask(
        Command.REQUEST_CROSS_REF_LIST,
        requests.crossRefHolders(),
        answer -> Answers.ids(Answers.successful(answer), KeyType.TRANSACTION_ID_LIST));
  }

  /**
   * Evidence from another domain that the transaction existed. A node of the reference that finds
   * none does not answer at all, which ends in a {@link RequestTimeoutException}.
   */
  public CompletableFuture<CrossRefEvidence> crossRefEvidence(TransactionId id) {
    SingleAnswer answer =
        new SingleAnswer(
            Command.RESPONSE_CROSS_REF_VERIFY,
            message -> isAbout(message, id),
            new CompletableFuture<>());
    return core.ask(
        answer, requests.about(Command.REQUEST_CROSS_REF_VERIFY, id), CrossRefEvidence::read);
  }

  /**
   * Asks the node to replace its damaged copy of a transaction by that of another node. There is no
   * answer; search again later.
   *
   * @throws ConnectionException if the connection is gone
   */
  public void repairTransaction(TransactionId id) {
    core.tell(requests.about(Command.REQUEST_REPAIR, id));
  }

  /**
   * Asks the node to replace its damaged copy of an asset file. There is no answer.
   *
   * @throws ConnectionException if the connection is gone
   */
  public void repairAssetFile(AssetGroupId group, AssetId asset) {
    core.tell(requests.repairAssetFile(group, asset));
  }

  /** Has the ledger subsystem anchor the transaction. */
  public CompletableFuture<Void> registerInLedgerSubsystem(TransactionId id) {
    return core.ask(
        Command.REQUEST_REGISTER_HASH_IN_SUBSYS,
        requests.ledgerSubsystem(Command.REQUEST_REGISTER_HASH_IN_SUBSYS, null, id),
        Answers::done);
  }

  /** What the ledger subsystem knows of the transaction. */
  public CompletableFuture<AnchorProof> verifyInLedgerSubsystem(TransactionId id) {
    return core.ask(
        Command.REQUEST_VERIFY_HASH_IN_SUBSYS,
        requests.ledgerSubsystem(Command.REQUEST_VERIFY_HASH_IN_SUBSYS, null, id),
        AnchorProof::read);
  }

  private static boolean isAbout(Message message, TransactionId id) {
    byte[] bytes = message.optBytes(KeyType.TRANSACTION_ID);
    return !message.has(KeyType.QUERY_ID) && bytes != null && id.hasBytes(bytes);
  }
}
