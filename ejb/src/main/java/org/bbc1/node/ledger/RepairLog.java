package org.bbc1.node.ledger;

import java.time.Instant;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.jspecify.annotations.Nullable;

/**
 * What had to be repaired (storage B1, {@code repair_log.json} of the reference). Thread-safe;
 * blocks for the database. Throws {@link UnknownDomainException} and {@link
 * LedgerUnavailableException} as {@link Ledger} does.
 */
@FunctionalInterface
public interface RepairLog {

  /**
   * Notes a damage that could not be repaired. What is not repaired has one entry, however often
   * somebody asks for it: then only its time is renewed.
   *
   * @param transaction the damaged transaction, or the one that a damaged asset file belongs to
   * @param assetFile the damaged asset file, null if it is the transaction itself
   */
  void failed(
      DomainId domain,
      TransactionId transaction,
      @Nullable AssetKey assetFile,
      Instant requestedAt);
}
