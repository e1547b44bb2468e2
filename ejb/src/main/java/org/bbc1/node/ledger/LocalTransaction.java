package org.bbc1.node.ledger;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;

/** A database transaction on a plain connection, outside of any transaction manager. */
final class LocalTransaction {

  private static final Logger LOG = System.getLogger(LocalTransaction.class.getName());

  private LocalTransaction() {}

  /** What is done within a transaction. */
  interface Work<T> {
    T run() throws SQLException, IOException;
  }

  /**
   * Commits durably if the work succeeds, rolls back if not.
   *
   * @throws UncertainCommitException if it is the commit that failed
   */
  static <T> T run(Connection connection, LedgerDialect dialect, Work<T> work)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    try {
      T result = work.run();
      commit(connection, dialect);
      endAfterCommit(connection);
      return result;
    } catch (SQLException | IOException | RuntimeException | Error e) {
      undo(connection, e);
      throw e;
    }
  }

  /** Runs reads that need a transaction; writes nothing. */
  static <T> T read(Connection connection, Work<T> work) throws SQLException, IOException {
    connection.setAutoCommit(false);
    try {
      return work.run();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static void commit(Connection connection, LedgerDialect dialect)
      throws UncertainCommitException {
    try {
      connection.commit();
      dialect.sync(connection);
    } catch (SQLException e) {
      throw new UncertainCommitException(e);
    }
  }

  /** What was committed stays so: a connection that breaks here must not look like a failure. */
  private static void endAfterCommit(Connection connection) {
    try {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "a connection broke after its commit: {0}", e.getMessage());
    }
  }

  private static void undo(Connection connection, Throwable cause) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
