package org.bbc1.node.ledger.importer;

/** What an import lists one by one. The names are stored with each run. */
public enum FindingKind {
  /** Rows of assets of a transaction that are not what the transaction says. */
  ASSET_ROWS,
  /** Links of a transaction that are not what the transaction says. */
  LINK_ROWS,
  /** A transaction that only rows of assets or links name. */
  ORPHANED_ROWS,
  /** An asset file that is missing. */
  MISSING_FILE,
  /** An asset file with a wrong digest. */
  COMPROMISED_FILE,
  /** A file that belongs to no imported asset. */
  STRAY_FILE,
  /** A line of the log of repairs that cannot be understood. */
  REPAIR_LINE
}
