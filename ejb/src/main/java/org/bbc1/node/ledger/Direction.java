package org.bbc1.node.ledger;

/** Order of a search: by insertion into this ledger, never by time (storage A4). */
public enum Direction {
  /** The first inserted first. */
  ASCENDING,
  /** The last inserted first. */
  DESCENDING
}
