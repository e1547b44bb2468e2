package org.bbc1.node.ledger;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import javax.sql.DataSource;

/**
 * Lets PostgreSQL look at the tables again while they grow from nothing. A connection keeps the
 * plan of a prepared statement until somebody analyses the table; one made for an empty table reads
 * the whole of it, and by the time the server looks by itself, up to a minute later, that may be
 * hundreds of thousands of rows for each insert. For the writer's thread.
 */
final class PlannerStatistics {

  private static final Logger LOG = System.getLogger(PlannerStatistics.class.getName());
  private static final long FIRST = 256;
  private static final long LAST = 65_536;
  private static final int FACTOR = 4;
  private static final String ANALYSE = "analyze ledger_tx, ledger_asset, ledger_edge";

  private final DataSource dataSource;
  private final LedgerDialect dialect;
  private final Executor executor;
  private long next = FIRST;

  PlannerStatistics(DataSource dataSource, LedgerDialect dialect, Executor executor) {
    this.dataSource = dataSource;
    this.dialect = dialect;
    this.executor = executor;
  }

  /** Told of the number of inserts since the start, after each commit. */
  void inserted(long total) {
    if (dialect == LedgerDialect.POSTGRESQL && total >= next && next <= LAST) {
      while (next <= total) {
        next *= FACTOR;
      }
      try {
        executor.execute(this::analyse);
      } catch (RejectedExecutionException e) {
        LOG.log(Level.DEBUG, "shut down before the tables were analysed", e);
      }
    }
  }

  private void analyse() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(ANALYSE);
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "cannot analyse the tables of the ledger: {0}", e.getMessage());
    }
  }
}
