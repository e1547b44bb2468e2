package org.bbc1.node.ledger;

import java.util.List;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.AssetEntry;
import org.bbc1.transaction.Link;
import org.bbc1.transaction.Transaction;

/**
 * Everything the tables hold of a transaction, worked out before the writer's thread sees it
 * (storage A3, B1).
 */
record TransactionRow(
    TransactionId id,
    int wireFormat,
    byte[] data,
    byte[] sha256,
    int version,
    long timestamp,
    long timestampMillis,
    List<AssetEntry> assets,
    List<Link> links) {

  static TransactionRow of(Transaction transaction) {
    byte[] data = transaction.serialize();
    return new TransactionRow(
        transaction.transactionId(),
        transaction.wireFormat().header(),
        data,
        Sha256.of(data),
        transaction.version(),
        transaction.timestamp(),
        TimestampUnits.millisOfTransaction(transaction.timestamp()),
        transaction.assetEntries(),
        transaction.links());
  }
}
