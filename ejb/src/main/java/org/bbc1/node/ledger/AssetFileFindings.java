package org.bbc1.node.ledger;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import javax.sql.DataSource;

/**
 * Notes asset files that were found missing or damaged in the log and in their rows (storage B4).
 * Each is noted once; files that never came have no row and are only remembered.
 */
final class AssetFileFindings {

  private static final Logger LOG = System.getLogger(AssetFileFindings.class.getName());
  // Enough to keep a reader of many such transactions from writing to the database each time.
  private static final int MAX_REMEMBERED = 10_000;

  private final DataSource dataSource;
  private final JdbcDomainTable domains;
  private final AssetFileRows rows;
  private final Executor executor;
  private final Set<Finding> noted = ConcurrentHashMap.newKeySet();

  /**
   * @param executor where findings are stored: a reader may hold a connection, and must not wait
   *     for a second one
   */
  AssetFileFindings(
      DataSource dataSource, JdbcDomainTable domains, AssetFileRows rows, Executor executor) {
    this.dataSource = dataSource;
    this.domains = domains;
    this.rows = rows;
    this.executor = executor;
  }

  private record Finding(AssetKey key, AssetFileState state) {}

  void missing(AssetKey key) {
    note(new Finding(key, AssetFileState.MISSING));
  }

  void compromised(AssetKey key) {
    note(new Finding(key, AssetFileState.COMPROMISED));
  }

  private void note(Finding finding) {
    if (noted.size() >= MAX_REMEMBERED) {
      noted.clear();
    }
    if (noted.add(finding)) {
      LOG.log(Level.WARNING, "asset file {0}: {1}", finding.key().location(), finding.state());
      execute(finding);
    }
  }

  private void execute(Finding finding) {
    try {
      executor.execute(() -> store(finding));
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "shut down before a finding was stored", e);
    }
  }

  private void store(Finding finding) {
    try (Connection connection = dataSource.getConnection()) {
      int domainNo = domains.numberOf(finding.key().domain());
      rows.setState(connection, domainNo, finding.key(), finding.state());
    } catch (SQLException | LedgerUnavailableException e) {
      // What was found is in the log.
      LOG.log(Level.WARNING, "cannot note the state of an asset file", e);
    }
  }
}
