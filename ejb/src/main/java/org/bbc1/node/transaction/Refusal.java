package org.bbc1.node.transaction;

import org.bbc1.message.Reasons;

/** Why a transaction was not inserted (spec client-protocol 11.1). */
public enum Refusal {
  /** No domain was named, or one that does not run here. */
  NO_DOMAIN(Reasons.SET_UP_THE_DOMAIN_FIRST),
  /** The domain of domains has no ledger. */
  DOMAIN_GLOBAL_0(Reasons.INSERT_NOT_ALLOWED_IN_DOMAIN_0),
  /** Not a complete transaction, or a signature or an asset file that does not match. */
  BAD_TRANSACTION(Reasons.BAD_TRANSACTION_FORMAT),
  /** The id is in the ledger already. */
  DUPLICATE(Reasons.FAILED_TO_INSERT),
  /**
   * The database or the asset folder cannot be written, or too much is waiting; may be tried again.
   */
  LEDGER_UNAVAILABLE(Reasons.FAILED_TO_INSERT);

  private final String reason;

  Refusal(String reason) {
    this.reason = reason;
  }

  /** The text for the client. */
  public String reason() {
    return reason;
  }
}
