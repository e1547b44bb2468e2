package org.bbc1.node.ledger;

import java.sql.SQLException;

/**
 * A commit was sent and not confirmed: the rows may be there or not, now or after the database has
 * restarted.
 */
final class UncertainCommitException extends SQLException {

  private static final long serialVersionUID = 1L;

  UncertainCommitException(SQLException cause) {
    super(cause.getMessage(), cause.getSQLState(), cause);
  }
}
