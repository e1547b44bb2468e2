package org.bbc1.node.ledger.importer;

/** A source cannot be imported for a reason that the operator can understand and mend. */
public final class ImportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ImportException(String message) {
    super(message);
  }

  public ImportException(String message, Throwable cause) {
    super(message, cause);
  }
}
