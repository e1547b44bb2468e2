package org.bbc1.node.ledger.importer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.bbc1.node.ledger.LedgerLoader;
import org.bbc1.node.ledger.LedgerSequence;

/** The runs as stored, so that one that was cut off can go on. */
final class RunTable {

  private static final String UNFINISHED =
      "select run_no, stage, source_position from import_run"
          + " where domain_no = ? and source = ? and finished_at is null"
          + " order by run_no desc limit 1";
  private static final String INSERT =
      "insert into import_run (run_no, domain_no, source, stage, source_position)"
          + " values (?, ?, ?, ?, ?)";
  private static final String SAVE =
      "update import_run set stage = ?, source_position = ? where run_no = ?";
  private static final String FINISH =
      "update import_run set finished_at = current_timestamp where run_no = ?";
  private static final String FORGET_FINDINGS =
      "delete from import_finding where run_no in"
          + " (select run_no from import_run where domain_no = ? and source = ?)";

  private final LedgerLoader loader;

  RunTable(LedgerLoader loader) {
    this.loader = loader;
  }

  /** The run that was cut off, or a new one from the beginning. */
  ImportRun beginOrResume(Connection connection, int domainNo, String source) throws SQLException {
    Optional<ImportRun> unfinished = unfinished(connection, domainNo, source);
    return unfinished.isPresent() ? unfinished.get() : begin(connection, domainNo, source);
  }

  private static Optional<ImportRun> unfinished(Connection connection, int domainNo, String source)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UNFINISHED)) {
      statement.setInt(1, domainNo);
      statement.setString(2, source);
      try (ResultSet result = statement.executeQuery()) {
        if (!result.next()) {
          return Optional.empty();
        }
        long number = result.getLong(1);
        return Optional.of(
            new ImportRun(
                number,
                domainNo,
                true,
                ImportStage.valueOf(result.getString(2)),
                result.getLong(3),
                counts(connection, number)));
      }
    }
  }

  private static Tally counts(Connection connection, long number) throws SQLException {
    Tally tally = new Tally();
    try (PreparedStatement statement =
        connection.prepareStatement("select name, amount from import_count where run_no = ?")) {
      statement.setLong(1, number);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          tally.add(ImportCount.valueOf(result.getString(1)), result.getLong(2));
        }
      }
    }
    return tally;
  }

  /** What earlier runs have found is found again, or is mended; only what they rejected stays. */
  private ImportRun begin(Connection connection, int domainNo, String source) throws SQLException {
    try (PreparedStatement forget = connection.prepareStatement(FORGET_FINDINGS)) {
      forget.setInt(1, domainNo);
      forget.setString(2, source);
      forget.executeUpdate();
    }
    long number = loader.numbers(connection, LedgerSequence.IMPORT_RUN, 1)[0];
    ImportStage first = ImportStage.values()[0];
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setLong(1, number);
      insert.setInt(2, domainNo);
      insert.setString(3, source);
      insert.setString(4, first.name());
      insert.setLong(5, ImportRun.START);
      insert.executeUpdate();
    }
    return new ImportRun(number, domainNo, false, first, ImportRun.START, new Tally());
  }

  /** Notes how far a run has come. */
  void save(Connection connection, ImportRun run) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
      statement.setString(1, run.stage().name());
      statement.setLong(2, run.position());
      statement.setLong(3, run.number());
      statement.executeUpdate();
    }
    try (PreparedStatement delete =
        connection.prepareStatement("delete from import_count where run_no = ?")) {
      delete.setLong(1, run.number());
      delete.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into import_count (run_no, name, amount) values (?, ?, ?)")) {
      for (Map.Entry<ImportCount, Long> count : run.tally().counts().entrySet()) {
        insert.setLong(1, run.number());
        insert.setString(2, count.getKey().name());
        insert.setLong(3, count.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** The next run begins anew. */
  void finish(Connection connection, ImportRun run) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FINISH)) {
      statement.setLong(1, run.number());
      statement.executeUpdate();
    }
  }
}
