package org.bbc1.node.ledger.importer;

import java.util.Arrays;
import java.util.Map;
import org.bbc1.id.TransactionId;
import org.bbc1.node.ledger.LedgerLoader;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionFormatException;
import org.bbc1.transaction.TransactionValidator;
import org.jspecify.annotations.Nullable;

/**
 * A row of the source with what became of its check.
 *
 * @param row the row
 * @param transaction what it holds; null if it may not enter the ledger
 * @param reason why not; empty if it may
 */
record CheckedTransaction(SourceTransaction row, @Nullable Transaction transaction, String reason) {

  /** Decodes a row; its id must be the one that follows from its bytes. */
  static CheckedTransaction decode(SourceTransaction row) {
    if (row.id().length == 0) {
      return rejected(row, "no transaction id");
    }
    if (row.data().length == 0) {
      return rejected(row, "no data");
    }
    try {
      Transaction transaction = Transaction.read(row.data(), LedgerLoader.STORED);
      return transaction.transactionId().hasBytes(row.id())
          ? new CheckedTransaction(row, transaction, "")
          : rejected(row, "its bytes have the id " + transaction.transactionId().toHex());
    } catch (TransactionFormatException e) {
      return rejected(row, "cannot be decoded: " + e.getMessage());
    }
  }

  private static CheckedTransaction rejected(SourceTransaction row, String reason) {
    return new CheckedTransaction(row, null, reason);
  }

  /**
   * Verifies the signatures, unless the same bytes are in the ledger already and so were verified
   * when they came.
   *
   * @param stored bytes of transactions that are in the ledger
   */
  CheckedTransaction verify(TransactionValidator validator, Map<TransactionId, byte[]> stored) {
    if (transaction == null
        || Arrays.equals(stored.get(transaction.transactionId()), row.data())
        || validator.validate(transaction).valid()) {
      return this;
    }
    return rejected(row, "a signature does not verify");
  }
}
