package org.bbc1.transaction;

/**
 * Bytes that are no transaction, or not one that this library accepts. Nothing partly read exists
 * when it is thrown. The text says what is wrong and holds no content of the data.
 */
public final class TransactionFormatException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  TransactionFormatException(String message) {
    super(message);
  }

  TransactionFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
