package org.bbc1.web.problem;

import java.util.Locale;

/** The problems this interface has names for; others are {@code about:blank} with their status. */
public enum ProblemType {
  /** An id in the path that is not hexadecimal or of a wrong length. */
  MALFORMED_ID(400, "Malformed identifier"),
  /** The body is not a complete transaction, or a signature in it does not verify. */
  BAD_TRANSACTION(400, "Not a valid transaction"),
  /** No token, or not the one of this node. */
  UNAUTHORIZED(401, "A bearer token is needed for writing"),
  /** The domain of domains takes no transactions. */
  DOMAIN_WITHOUT_LEDGER(403, "This domain holds no transactions"),
  /** The domain does not run on this node. */
  UNKNOWN_DOMAIN(404, "Unknown domain"),
  /** The domain has no such transaction. */
  UNKNOWN_TRANSACTION(404, "Unknown transaction"),
  /** The domain has a transaction of this id already. */
  TRANSACTION_EXISTS(409, "The transaction exists"),
  /** The body is longer than this node takes. */
  TOO_LARGE(413, "The transaction is too large"),
  /**
   * What is stored under the id is not what was inserted. The fault is on this side, hence a 500:
   * nothing in the request could be changed to get the transaction.
   */
  COMPROMISED_TRANSACTION(500, "The stored transaction is compromised"),
  /** The database or the asset folder cannot be used, or too much is waiting; try again later. */
  LEDGER_UNAVAILABLE(503, "The ledger is not available");

  private static final String PREFIX = "urn:bbc1:problem:";

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** HTTP status code. */
  public int status() {
    return status;
  }

  String title() {
    return title;
  }

  /** The {@code type} member: a name to compare, not an address to fetch. */
  String uri() {
    return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
