package org.bbc1.node.domain;

import org.jspecify.annotations.Nullable;

/**
 * A domain that could not be set up; nothing of it is left. The message is short and may be shown
 * to a client.
 */
public final class DomainSetupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DomainSetupException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
