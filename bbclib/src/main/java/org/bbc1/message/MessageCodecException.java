package org.bbc1.message;

/**
 * A body that cannot be decoded. The stream it came from cannot be trusted any more
 * (client-protocol section 1).
 */
public final class MessageCodecException extends Exception {

  private static final long serialVersionUID = 1L;

  MessageCodecException(String text) {
    super(text);
  }

  MessageCodecException(String text, Throwable cause) {
    super(text, cause);
  }
}
