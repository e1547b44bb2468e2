package org.bbc1.cli;

/**
 * The command cannot be carried out for a reason that the user can understand and mend; exit code
 * 2.
 */
final class UserErrorException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UserErrorException(String text) {
    super(text);
  }

  UserErrorException(String text, Throwable cause) {
    super(text, cause);
  }
}
