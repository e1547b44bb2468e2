package org.bbc1.client;

import org.jspecify.annotations.Nullable;

/** A request to a node that did not end with a usable answer. */
public abstract sealed class ClientException extends RuntimeException
    permits ConnectionException,
        ErrorReplyException,
        ReplyFormatException,
        RequestTimeoutException {

  private static final long serialVersionUID = 1L;

  ClientException(String text, @Nullable Throwable cause) {
    super(text, cause);
  }
}
