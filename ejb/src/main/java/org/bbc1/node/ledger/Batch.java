package org.bbc1.node.ledger;

import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Executes batches. */
final class Batch {

  private Batch() {}

  /**
   * Sends the rows added so far.
   *
   * @throws SQLException what the database said; the exception of a batch would quote every row of
   *     it, megabytes of other people's data, into the log
   */
  static void execute(PreparedStatement statement) throws SQLException {
    try {
      statement.executeBatch();
    } catch (BatchUpdateException e) {
      SQLException cause = e.getNextException();
      throw cause == null
          ? new SQLException("a batch was refused", e.getSQLState(), e.getErrorCode())
          : cause;
    }
  }
}
