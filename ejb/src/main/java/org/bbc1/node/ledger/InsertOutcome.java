package org.bbc1.node.ledger;

/** What became of a transaction that was to be inserted and met no fault (storage B5). */
public enum InsertOutcome {
  /**
   * It is committed now; a damaged row of the same id, if there was one, has been replaced by it.
   */
  INSERTED,
  /** The very same bytes were in the ledger already; nothing was written. */
  DUPLICATE_SAME,
  /**
   * The same id was in the ledger already, in another wire form or with other signatures; the first
   * one stays.
   */
  DUPLICATE_DIFFERENT
}
