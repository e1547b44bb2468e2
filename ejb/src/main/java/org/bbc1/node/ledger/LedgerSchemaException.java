package org.bbc1.node.ledger;

/**
 * The schema of the database is not one this node can work with, for example that of a newer
 * release.
 */
public final class LedgerSchemaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LedgerSchemaException(String message, Throwable cause) {
    super(message, cause);
  }
}
