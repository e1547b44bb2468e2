package org.bbc1.launcher;

/** Exit codes of {@code bbc1-node}. A node stopped by a signal exits with 128 + signal number. */
enum ExitCode {
  /** Help or version was shown, a background node was started, or a running one stopped. */
  OK(0),
  /** The node did not come up, for a reason none of the others names. */
  START_FAILED(1),
  /** The command line is wrong. */
  USAGE(2),
  /** The working folder or a file in it cannot be used, or another node uses it. */
  WORKING_FOLDER(3),
  /** A port the node needs is taken, or its address is not one of this machine. */
  PORT_TAKEN(4),
  /** The database cannot be reached or used. */
  DATABASE(5);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
