package org.bbc1.transaction.codec;

import org.bbc1.error.ErrorCoded;
import org.bbc1.error.StatusCode;

/**
 * Bytes that do not follow the format: too short, too long, not canonical, or a value that is not
 * allowed.
 */
public final class PackedFormatException extends IllegalArgumentException implements ErrorCoded {

  private static final long serialVersionUID = 1L;

  /** With a text that says what is wrong; it holds no content of the data. */
  public PackedFormatException(String message) {
    super(message);
  }

  /** With the failure of a library underneath. */
  public PackedFormatException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Always {@link StatusCode#EBADTRANSACTION}. */
  @Override
  public StatusCode statusCode() {
    return StatusCode.EBADTRANSACTION;
  }
}
