package org.bbc1.node.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.Transaction;

/**
 * The transactions of all domains of a node. All methods are thread-safe, block for database and
 * file access (so call them from worker threads only) and must not be called inside a JTA
 * transaction: the ledger commits by itself. A domain without a row in {@link DomainTable} gives
 * {@link UnknownDomainException}, a database that cannot be used {@link
 * LedgerUnavailableException}; {@link #insert} reports both through its stage.
 */
public interface Ledger {

  /**
   * Puts a transaction into the ledger together with its asset files. The stage completes after the
   * commit is durable and the files are in their places; until then nothing is acknowledged. It is
   * completed by the executor given to the implementation, never by the writer's thread. The caller
   * has validated the transaction and the files: they are not checked again.
   *
   * @param assetFiles contents by asset id; entries that belong to no asset with a file digest are
   *     ignored
   * @return the outcome; fails with {@link LedgerUnavailableException} (nothing acknowledged), with
   *     {@link LedgerBusyException} if too much is waiting, or with {@link UnknownDomainException}
   */
  CompletionStage<InsertOutcome> insert(
      DomainId domain, Transaction transaction, Origin origin, Map<AssetId, byte[]> assetFiles);

  /** The transaction stored under an id, with its asset files. */
  Optional<FoundTransaction> find(DomainId domain, TransactionId id);

  /**
   * Distinct transactions that meet a condition, in order of insertion (storage B4).
   *
   * @param count most transactions to return, at least 1; fewer are returned when the size limit of
   *     a result is reached
   */
  List<FoundTransaction> search(
      DomainId domain, SearchCondition condition, Direction direction, int count);

  /** Number of distinct transactions that meet a condition. */
  long count(DomainId domain, SearchCondition condition);

  /** Walks along the links of transactions, breadth first (client-protocol 11.5). */
  Traversal traverse(DomainId domain, TransactionId start, TraverseRequest request);

  /** Whether the last commit, asset file or probe succeeded. Does not touch the database. */
  boolean isWritable();

  /**
   * Tries a small durable write to the database and to the folder of asset files, and sets {@link
   * #isWritable()} accordingly. For readiness checks while {@code isWritable()} is false.
   */
  boolean probe();
}
