package org.bbc1.crypto;

import org.bbc1.error.ErrorCoded;
import org.bbc1.error.StatusCode;

/** The private key was asked for after {@link KeyPair#destroy}. */
public final class KeyErasedException extends IllegalStateException implements ErrorCoded {

  private static final long serialVersionUID = 1L;

  KeyErasedException() {
    super("the private key has been erased");
  }

  /** Always {@link StatusCode#EBADKEYPAIR}. */
  @Override
  public StatusCode statusCode() {
    return StatusCode.EBADKEYPAIR;
  }
}
