package org.bbc1.node.command;

import org.bbc1.error.StatusCode;

/** A command that ends in the generic error reply with this status and reason. */
final class CommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final StatusCode status;

  CommandException(StatusCode status, String reason) {
    super(reason);
    this.status = status;
  }

  StatusCode status() {
    return status;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
