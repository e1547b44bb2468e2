package org.bbc1.node.ledger;

import org.bbc1.transaction.ReadLimits;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionFormatException;
import org.bbc1.transaction.TransactionValidator;
import org.bbc1.transaction.codec.DocumentValue;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a stored transaction is what was inserted (storage A5, first two rows, and the
 * digest of B1).
 */
final class RowVerifier {

  /**
   * Wider than any that an insert can have met, so that stricter limits of today do not make what
   * is stored already look damaged.
   */
  static final ReadLimits STORED =
      new ReadLimits(
          Integer.MAX_VALUE, 1 << 30, Integer.MAX_VALUE, DocumentValue.HIGHEST_NESTING, 0);

  private final TransactionValidator validator;
  private final VerifiedCache verified;

  RowVerifier(TransactionValidator validator, VerifiedCache verified) {
    this.validator = validator;
    this.verified = verified;
  }

  /**
   * Decodes a row and checks its bytes, its id and its signatures.
   *
   * @return null if any of that does not hold
   */
  @Nullable Transaction verify(StoredRow row) {
    byte[] sha256 = Sha256.of(row.data());
    if (!row.isUnchanged(sha256)) {
      return null;
    }
    Transaction transaction = decode(row.data());
    if (transaction == null || !transaction.transactionId().equals(row.id())) {
      return null;
    }
    if (!verified.contains(sha256)) {
      if (!validator.validate(transaction).valid()) {
        return null;
      }
      verified.add(sha256);
    }
    return transaction;
  }

  private static @Nullable Transaction decode(byte[] data) {
    try {
      return Transaction.read(data, STORED);
    } catch (TransactionFormatException e) {
      return null;
    }
  }
}
