package org.bbc1.transaction;

import org.bbc1.error.ErrorCoded;
import org.bbc1.error.StatusCode;

/**
 * Bytes that are no transaction, or not one that this library accepts. Nothing partly read exists
 * when it is thrown. The text says what is wrong and holds no content of the data.
 */
public final class TransactionFormatException extends IllegalArgumentException
    implements ErrorCoded {

  private static final long serialVersionUID = 1L;

  /** With a text that says what is wrong. */
  public TransactionFormatException(String message) {
    super(message);
  }

  /** With the fault underneath. */
  public TransactionFormatException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Always {@link StatusCode#EBADTRANSACTION}. */
  @Override
  public StatusCode statusCode() {
    return StatusCode.EBADTRANSACTION;
  }
}
