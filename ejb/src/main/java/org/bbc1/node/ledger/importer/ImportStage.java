package org.bbc1.node.ledger.importer;

/** The stages of an import, in their order. The names are stored with each run. */
public enum ImportStage {
  /** Transactions that have rows of assets, by the smallest number of these. */
  TRANSACTIONS_WITH_ASSETS,
  /** The other transactions, by their row numbers. */
  TRANSACTIONS_WITHOUT_ASSETS,
  /** Rows of assets and links whose transaction is gone. */
  ORPHANS,
  /** Cross references. */
  CROSS_REFERENCES,
  /** Leaves of the Merkle trees. */
  MERKLE_LEAVES,
  /** Branches of the Merkle trees. */
  MERKLE_BRANCHES,
  /** Roots of the Merkle trees. */
  MERKLE_ROOTS,
  /** The log of repairs. */
  REPAIR_LOG,
  /** Files in the folder of the domain that belong to no asset. */
  STRAY_FILES
}
