package org.bbc1.node.ledger;

/** Sequences of the tables that are not written by the writer of transactions. */
public enum LedgerSequence {
  /** Of {@code cross_ref}. */
  CROSS_REF("cross_ref_seq", 50),
  /** Of {@code repair_log}. */
  REPAIR_LOG("repair_log_seq", 50),
  /** Of {@code import_run}. */
  IMPORT_RUN("import_run_seq", 1);

  private final String sequence;
  private final int blockSize;

  LedgerSequence(String sequence, int blockSize) {
    this.sequence = sequence;
    this.blockSize = blockSize;
  }

  NumberSequence open(LedgerDialect dialect) {
    return new NumberSequence(dialect, sequence, blockSize);
  }
}
