package org.bbc1.node.ledger;

/**
 * The queue of waiting inserts is full. Nothing was stored. Whoever sees this must slow its source
 * down – for a socket: stop reading – instead of trying again at once.
 */
public final class LedgerBusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LedgerBusyException(String message) {
    super(message);
  }
}
