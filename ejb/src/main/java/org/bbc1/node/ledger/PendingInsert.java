package org.bbc1.node.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An insert on its way through the writer. Each is equal to itself only. */
final class PendingInsert {

  private final int domainNo;
  private final TransactionRow row;
  private final Origin origin;
  private final List<StagedFile> files;
  private final CompletableFuture<InsertOutcome> result = new CompletableFuture<>();

  /**
   * @param domainNo key of the domain in the database
   * @param files its asset files, staged
   */
  PendingInsert(int domainNo, TransactionRow row, Origin origin, List<StagedFile> files) {
    this.domainNo = domainNo;
    this.row = row;
    this.origin = origin;
    this.files = List.copyOf(files);
  }

  int domainNo() {
    return domainNo;
  }

  TransactionRow row() {
    return row;
  }

  Origin origin() {
    return origin;
  }

  List<StagedFile> files() {
    return files;
  }

  /** Completed when the outcome is certain. */
  CompletableFuture<InsertOutcome> result() {
    return result;
  }

  /** Under which no second transaction may be stored. */
  RowKey key() {
    return new RowKey(domainNo, row.id());
  }

  /** Bytes that count against the limits of queue and batch. */
  long size() {
    return row.data().length;
  }
}
