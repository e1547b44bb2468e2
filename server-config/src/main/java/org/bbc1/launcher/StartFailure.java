package org.bbc1.launcher;

/** The node cannot start; the message is the one line the user sees. */
final class StartFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  StartFailure(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
