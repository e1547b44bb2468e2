package org.bbc1.node.ledger;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * The one thread that writes to a database. It takes whatever has queued up while the last commit
 * ran and writes it in one database transaction; it never waits to fill one (architecture decision
 * 4). A member that the database refuses does not harm the others: the batch is then written again,
 * one transaction for each.
 */
final class GroupCommitWriter implements Runnable {

  private static final Logger LOG = System.getLogger(GroupCommitWriter.class.getName());
  // A conflict with a writer elsewhere is over once it has committed; the next attempt then sees
  // its rows.
  private static final int ATTEMPTS = 3;

  private final InsertQueue queue;
  private final DataSource dataSource;
  private final LedgerDialect dialect;
  private final BatchInserter inserter;
  private final AssetStore files;
  private final Answers answers;
  private final Writability writability;
  private final PlannerStatistics statistics;
  private final LedgerSettings settings;
  private final AtomicLong commits = new AtomicLong();
  private final AtomicLong inserted = new AtomicLong();

  GroupCommitWriter(
      InsertQueue queue,
      DataSource dataSource,
      LedgerDialect dialect,
      BatchInserter inserter,
      AssetStore files,
      Answers answers,
      Writability writability,
      PlannerStatistics statistics,
      LedgerSettings settings) {
    this.queue = queue;
    this.dataSource = dataSource;
    this.dialect = dialect;
    this.inserter = inserter;
    this.files = files;
    this.answers = answers;
    this.writability = writability;
    this.statistics = statistics;
    this.settings = settings;
  }

  LedgerCounters counters() {
    return new LedgerCounters(commits.get(), inserted.get());
  }

  @Override
  public void run() {
    List<PendingInsert> batch = nextBatch();
    while (!batch.isEmpty()) {
      write(batch);
      batch = nextBatch();
    }
  }

  private List<PendingInsert> nextBatch() {
    return queue.takeBatch(settings.maxBatchInserts(), settings.maxBatchBytes());
  }

  private void write(List<PendingInsert> batch) {
    try {
      commitWithRetry(batch).forEach(answers::committed);
    } catch (UncertainCommitException e) {
      writability.database(false);
      LedgerUnavailableException fault = faultOf(batch, e);
      batch.forEach(insert -> answers.uncertain(insert, fault));
    } catch (SQLException e) {
      boolean concernsMembers = SqlFault.concernsMembers(e);
      writability.database(concernsMembers);
      afterFault(batch, e, concernsMembers);
    } catch (IOException e) {
      writability.files(false);
      afterFault(batch, e, true);
    } catch (RuntimeException | Error e) {
      // Whatever it is, the thread must live and the callers must hear of it.
      afterFault(batch, e, e instanceof RuntimeException);
    }
  }

  private void afterFault(List<PendingInsert> batch, Throwable fault, boolean concernsMembers) {
    if (concernsMembers && batch.size() > 1) {
      LOG.log(
          Level.WARNING,
          "a batch was refused, its members are written singly: {0}",
          fault.getMessage());
      batch.forEach(insert -> write(List.of(insert)));
    } else {
      LedgerUnavailableException reported = faultOf(batch, fault);
      batch.forEach(insert -> answers.failed(insert, reported));
    }
  }

  private static LedgerUnavailableException faultOf(List<PendingInsert> batch, Throwable cause) {
    if (cause instanceof SQLException || cause instanceof IOException) {
      LOG.log(Level.ERROR, "{0} inserts failed: {1}", batch.size(), cause.getMessage());
    } else {
      LOG.log(Level.ERROR, batch.size() + " inserts failed", cause);
    }
    return new LedgerUnavailableException("the ledger cannot write: " + cause.getMessage(), cause);
  }

  private List<BatchResult> commitWithRetry(List<PendingInsert> batch)
      throws SQLException, IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return commit(batch);
      } catch (SQLException e) {
        if (attempt == ATTEMPTS
            || e instanceof UncertainCommitException
            || !SqlFault.isConflict(e)) {
          throw e;
        }
      }
    }
  }

  private List<BatchResult> commit(List<PendingInsert> batch) throws SQLException, IOException {
    Connection connection = dataSource.getConnection();
    try {
      List<BatchResult> results =
          LocalTransaction.run(connection, dialect, () -> writeRows(connection, batch));
      commits.incrementAndGet();
      statistics.inserted(
          inserted.addAndGet(
              results.stream().filter(r -> r.outcome() == InsertOutcome.INSERTED).count()));
      writability.database(true);
      return results;
    } finally {
      giveBack(connection);
    }
  }

  /** The outcome of the batch is certain by now and does not depend on this. */
  private static void giveBack(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "a connection was not given back cleanly: {0}", e.getMessage());
    }
  }

  private List<BatchResult> writeRows(Connection connection, List<PendingInsert> batch)
      throws SQLException, IOException {
    List<BatchResult> results = inserter.insert(connection, batch);
    files.retain(results.stream().flatMap(result -> result.publish().stream()).toList());
    return results;
  }
}
