package org.bbc1.node.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The database or the folder of the asset files cannot be used at the moment; the same call may
 * succeed later. If it was an insert, the transaction was not acknowledged; a repeated insert tells
 * whether it is stored.
 */
public final class LedgerUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LedgerUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
