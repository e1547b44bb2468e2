package org.bbc1.client;

import java.util.List;
import java.util.Map;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.Transaction;

/** The ledger of a domain, see {@link AsyncLedger}; each method waits for its answer. */
public final class Ledger {

  private final AsyncLedger part;

  Ledger(AsyncLedger part) {
    this.part = part;
  }

  /** See {@link AsyncLedger#insert(Transaction)}. */
  public TransactionId insert(Transaction transaction) {
    return Waiting.await(part.insert(transaction));
  }

  /** See {@link AsyncLedger#insert(Transaction, Map)}. */
  public TransactionId insert(Transaction transaction, Map<AssetId, byte[]> assetFiles) {
    return Waiting.await(part.insert(transaction, assetFiles));
  }

  /** See {@link AsyncLedger#insert(byte[], Map)}. */
  public TransactionId insert(byte[] transaction, Map<AssetId, byte[]> assetFiles) {
    return Waiting.await(part.insert(transaction, assetFiles));
  }

  /** See {@link AsyncLedger#search(TransactionId)}. */
  public SearchResult search(TransactionId id) {
    return Waiting.await(part.search(id));
  }

  /** See {@link AsyncLedger#search(SearchCondition, SearchOrder, int)}. */
  public SearchResult search(SearchCondition condition, SearchOrder order, int count) {
    return Waiting.await(part.search(condition, order, count));
  }

  /** See {@link AsyncLedger#count}. */
  public long count(SearchCondition condition) {
    return Waiting.await(part.count(condition));
  }

  /** See {@link AsyncLedger#traverse}. */
  public Traversal traverse(TraversalRequest traversal) {
    return Waiting.await(part.traverse(traversal));
  }

  /** See {@link AsyncLedger#crossReferenced}. */
  public List<TransactionId> crossReferenced() {
    return Waiting.await(part.crossReferenced());
  }

  /** See {@link AsyncLedger#crossRefEvidence}. */
  public CrossRefEvidence crossRefEvidence(TransactionId id) {
    return Waiting.await(part.crossRefEvidence(id));
  }

  /** See {@link AsyncLedger#repairTransaction}. */
  public void repairTransaction(TransactionId id) {
    part.repairTransaction(id);
  }

  /** See {@link AsyncLedger#repairAssetFile}. */
  public void repairAssetFile(AssetGroupId group, AssetId asset) {
    part.repairAssetFile(group, asset);
  }

  /** See {@link AsyncLedger#registerInLedgerSubsystem}. */
  public void registerInLedgerSubsystem(TransactionId id) {
    Waiting.await(part.registerInLedgerSubsystem(id));
  }

  /** See {@link AsyncLedger#verifyInLedgerSubsystem}. */
  public AnchorProof verifyInLedgerSubsystem(TransactionId id) {
    return Waiting.await(part.verifyInLedgerSubsystem(id));
  }
}
