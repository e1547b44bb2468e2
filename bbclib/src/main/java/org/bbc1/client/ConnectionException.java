package org.bbc1.client;

import org.jspecify.annotations.Nullable;

/** There is no connection to the node: it could not be made, it was lost, or it is closed. */
public final class ConnectionException extends ClientException {

  private static final long serialVersionUID = 1L;

  ConnectionException(String text, @Nullable Throwable cause) {
    super(text, cause);
  }
}
