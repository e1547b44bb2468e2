package org.bbc1.node.ledger;

/**
 * Limits of a ledger.
 *
 * @param maxQueuedInserts inserts that may wait for the writer
 * @param maxQueuedBytes bytes of transactions that may wait for the writer; a single larger one is
 *     still let in when nothing else waits
 * @param maxBatchInserts most inserts in one database transaction
 * @param maxBatchBytes most bytes of transactions in one database transaction, unless a single one
 *     is larger
 * @param maxResultBytes most bytes of transactions and asset files in the result of a search or
 *     traversal
 * @param maxAssetFileBytes most bytes that are read of one asset file
 * @param verifiedCacheSize number of transactions whose signatures are remembered as verified
 */
public record LedgerSettings(
    int maxQueuedInserts,
    long maxQueuedBytes,
    int maxBatchInserts,
    long maxBatchBytes,
    long maxResultBytes,
    int maxAssetFileBytes,
    int verifiedCacheSize) {

  private static final int MIB = 1 << 20;

  /**
   * 4096 waiting inserts of 128 MiB; 256 in a batch of 8 MiB; results of 16 MiB; files of 64 MiB.
   */
  public static final LedgerSettings DEFAULTS =
      new LedgerSettings(4096, 128L * MIB, 256, 8L * MIB, 16L * MIB, 64 * MIB, 65_536);

  /** Refuses limits that would let nothing through. */
  public LedgerSettings {
    if (maxQueuedInserts < 1
        || maxQueuedBytes < 1
        || maxBatchInserts < 1
        || maxBatchBytes < 1
        || maxResultBytes < 1
        || maxAssetFileBytes < 1
        || verifiedCacheSize < 1) {
      throw new IllegalArgumentException("every limit of the ledger must be at least 1");
    }
  }
}
