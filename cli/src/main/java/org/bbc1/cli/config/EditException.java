package org.bbc1.cli.config;

/** The configuration does not hold what an edit is about, or holds what it must not overwrite. */
public final class EditException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;

  EditException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** What is wrong, for the one who edits. */
  public String reason() {
    return reason;
  }
}
