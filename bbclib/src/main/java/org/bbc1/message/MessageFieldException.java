package org.bbc1.message;

/** A field of a message is missing or not of the type or length that the protocol demands. */
public final class MessageFieldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final KeyType key;

  MessageFieldException(KeyType key, String text) {
    super(key + ": " + text);
    this.key = key;
  }

  MessageFieldException(KeyType key, RuntimeException cause) {
    super(key + ": " + cause.getMessage(), cause);
    this.key = key;
  }

  /** The field that is at fault. */
  public KeyType key() {
    return key;
  }
}
