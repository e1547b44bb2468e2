package org.bbc1.node.transaction;

import java.util.Map;
import org.bbc1.id.AssetId;
import org.bbc1.node.stats.Counter;
import org.bbc1.node.stats.Statistics;
import org.bbc1.transaction.ReadLimits;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionFormatException;
import org.bbc1.transaction.TransactionValidator;
import org.bbc1.transaction.ValidationResult;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a transaction strictly and validates it with its asset files. Needs processor time, no
 * database.
 */
final class TransactionCheck {

  private final TransactionValidator validator;
  private final ReadLimits limits;
  private final Statistics statistics;

  TransactionCheck(TransactionValidator validator, ReadLimits limits, Statistics statistics) {
    this.validator = validator;
    this.limits = limits;
    this.statistics = statistics;
  }

  /** The transaction, or null if it may not enter the ledger. */
  @Nullable Transaction check(byte[] wire, Map<AssetId, byte[]> assetFiles) {
    Transaction transaction;
    try {
      transaction = Transaction.read(wire, limits);
    } catch (TransactionFormatException e) {
      statistics.increment(Counter.TRANSACTION_INVALID);
      return null;
    }
    ValidationResult result = validator.validate(transaction, assetFiles);
    if (!result.valid()) {
      statistics.increment(Counter.TRANSACTION_INVALID);
      return null;
    }
    if (!result.invalidAssets().isEmpty()) {
      statistics.increment(Counter.ASSET_FILE_INVALID);
      return null;
    }
    return transaction;
  }
}
