package org.bbc1.node.ledger;

/**
 * How a transaction came into the ledger. The code is the value of the column {@code origin}
 * (storage B1).
 */
public enum Origin {
  /** A client of this node inserted it. */
  CLIENT(0),
  /** Another node of the domain replicated it. */
  REPLICATION(1),
  /** It replaced a damaged one. */
  REPAIR(2),
  /** It was taken from another ledger. */
  IMPORT(3);

  private final int code;

  Origin(int code) {
    this.code = code;
  }

  /** The stored number. */
  public int code() {
    return code;
  }
}
