package org.bbc1.web.problem;

/** Ends a request with a problem of a known type. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;

  /**
   * @param detail goes to the client
   */
  public ProblemException(ProblemType type, String detail) {
    super(detail);
    this.type = type;
  }

  /** What kind of problem it is. */
  public ProblemType type() {
    return type;
  }
}
