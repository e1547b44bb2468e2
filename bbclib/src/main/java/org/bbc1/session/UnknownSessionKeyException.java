package org.bbc1.session;

/**
 * An encrypted frame does not name the key of the end that received it. Its stream cannot be
 * followed any more, so the connection is to be closed.
 */
public final class UnknownSessionKeyException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The text is always the same; a key is not named. */
  public UnknownSessionKeyException() {
    super("the frame is not encrypted with the key of this connection");
  }
}
