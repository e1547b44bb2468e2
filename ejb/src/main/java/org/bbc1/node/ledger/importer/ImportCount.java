package org.bbc1.node.ledger.importer;

/** What an import counts. The names are stored with each run and printed in its report. */
public enum ImportCount {
  /** Transactions that are new in the ledger. */
  IMPORTED,
  /** Transactions that were there already, byte by byte. */
  ALREADY_PRESENT,
  /** Transactions that were there in another wire format or with other signatures, and stay so. */
  KEPT_AS_STORED,
  /** Transactions that were put aside. */
  REJECTED,
  /** Rows of assets that the source should have and does not. */
  ASSET_ROWS_MISSING,
  /** Rows of assets that belong to nothing in their transaction. */
  ASSET_ROWS_SURPLUS,
  /** Rows of assets that occur more often than they should; repairs double them. */
  ASSET_ROWS_DUPLICATE,
  /** Rows of assets without a time stamp. */
  ASSET_ROWS_WITHOUT_TIMESTAMP,
  /** Rows of assets with another time stamp than their transaction. */
  ASSET_ROWS_OTHER_TIMESTAMP,
  /** Rows of assets whose transaction the source does not have. */
  ASSET_ROWS_ORPHANED,
  /** Links that the source should have and does not. */
  LINK_ROWS_MISSING,
  /** Links that are not in their transaction. */
  LINK_ROWS_SURPLUS,
  /** Links that occur more often than they should. */
  LINK_ROWS_DUPLICATE,
  /** Links whose transaction the source does not have. */
  LINK_ROWS_ORPHANED,
  /** Cross references read, repeated ones included. */
  CROSS_REFERENCES,
  /** Cross references that lack a part and were left out. */
  CROSS_REFERENCES_INCOMPLETE,
  /** Leaves, branches and roots read. */
  MERKLE_ROWS,
  /** Leaves, branches and roots without their key, which were left out. */
  MERKLE_ROWS_INCOMPLETE,
  /** Lines of the log of repairs. */
  REPAIRS,
  /** Lines of the log of repairs that cannot be understood. */
  REPAIRS_UNREADABLE,
  /** Asset files that are in their places and have the right digest. */
  FILES_OK,
  /** Asset files that are not there. */
  FILES_MISSING,
  /** Asset files with another digest than their asset has. */
  FILES_COMPROMISED,
  /** Files in the folder of the domain that belong to no imported asset. */
  FILES_STRAY
}
