package org.bbc1.client;

/** The node answered, but with something that cannot be read as an answer. */
public final class ReplyFormatException extends ClientException {

  private static final long serialVersionUID = 1L;

  ReplyFormatException(Throwable cause) {
    super("unreadable answer: " + cause.getMessage(), cause);
  }
}
