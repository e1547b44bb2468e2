package org.bbc1.crypto;

import org.bbc1.error.ErrorCoded;
import org.bbc1.error.StatusCode;

/**
 * Bytes or text that are no key, or not one on a curve of BBc-1. The text says what is wrong and
 * holds nothing of the data.
 */
public final class KeyFormatException extends IllegalArgumentException implements ErrorCoded {

  private static final long serialVersionUID = 1L;

  // There is no form with a cause: the texts of parsers may quote what they read.
  KeyFormatException(String message) {
    super(message);
  }

  /** Always {@link StatusCode#EBADKEYPAIR}. */
  @Override
  public StatusCode statusCode() {
    return StatusCode.EBADKEYPAIR;
  }
}
