package org.bbc1.session;

/** What the other end sent into a key exchange cannot be used. */
public final class KeyExchangeException extends Exception {

  private static final long serialVersionUID = 1L;

  KeyExchangeException(String message) {
    super(message);
  }
}
