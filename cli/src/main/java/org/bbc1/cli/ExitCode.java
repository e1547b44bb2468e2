package org.bbc1.cli;

/** What the command tells the shell. */
final class ExitCode {

  /** It is as asked. */
  static final int OK = 0;

  /** The answer is no: not found, not verified. */
  static final int NEGATIVE = 1;

  /** There is no answer: wrong usage, no connection, refused by the node. */
  static final int FAILURE = 2;

  private ExitCode() {}
}
