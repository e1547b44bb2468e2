package org.bbc1.node.ledger.importer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bbc1.node.ledger.LedgerLoader;
import org.bbc1.node.ledger.LedgerSequence;

/** Copies the log of repairs, one row a line; what is there already is not entered again. */
final class RepairLogStep implements ImportStep {

  private static final String INSERT =
      "insert into repair_log (repair_no, domain_no, transaction_id, asset_group_id, asset_id,"
          + " requested_at, repaired_at, repaired_by, outcome)"
          + " select ?, ?, cast(? as bytea), cast(? as bytea), cast(? as bytea),"
          + " cast(? as timestamp with time zone), cast(? as timestamp with time zone),"
          + " cast(? as bytea), cast(? as text) where not exists (select 1 from repair_log"
          + " where domain_no = ? and transaction_id is not distinct from cast(? as bytea)"
          + " and asset_group_id is not distinct from cast(? as bytea)"
          + " and asset_id is not distinct from cast(? as bytea)"
          + " and requested_at = cast(? as timestamp with time zone))";
  private static final int MAX_SHOWN = 200;

  private final Path file;
  private final int maxLines;
  private final LedgerLoader loader;
  private final ImportRun run;

  RepairLogStep(Path file, int maxLines, LedgerLoader loader, ImportRun run) {
    this.file = file;
    this.maxLines = maxLines;
    this.loader = loader;
    this.run = run;
  }

  @Override
  public long advance(Connection target, long position) throws SQLException, IOException {
    if (!Files.isRegularFile(file)) {
      return DONE;
    }
    List<String> lines = linesAfter(position);
    if (lines.isEmpty()) {
      return DONE;
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      take(target, lines.get(i), position + 1 + i, findings);
    }
    new FindingTable(run).add(target, findings);
    return position + lines.size();
  }

  /** Lines are numbered from 0; what is not UTF-8 makes a line that cannot be understood. */
  private List<String> linesAfter(long position) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      return reader.lines().skip(position + 1).limit(maxLines).toList();
    }
  }

  private void take(Connection target, String line, long number, List<Finding> findings)
      throws SQLException {
    if (line.isBlank()) {
      return;
    }
    Optional<RepairLogEntry> entry = RepairLogEntry.parse(line);
    if (entry.isPresent()) {
      insert(target, entry.get());
      run.tally().increment(ImportCount.REPAIRS);
    } else {
      run.tally().increment(ImportCount.REPAIRS_UNREADABLE);
      findings.add(
          new Finding(
              FindingKind.REPAIR_LINE,
              Long.toString(number + 1),
              line.substring(0, Math.min(line.length(), MAX_SHOWN)).replace('\0', '?')));
    }
  }

  private void insert(Connection target, RepairLogEntry entry) throws SQLException {
    try (PreparedStatement insert = target.prepareStatement(INSERT)) {
      insert.setLong(1, loader.numbers(target, LedgerSequence.REPAIR_LOG, 1)[0]);
      insert.setInt(2, run.domainNo());
      bindSubject(insert, 3, entry);
      insert.setObject(6, entry.requestedAt());
      insert.setObject(7, entry.repairedAt(), Types.TIMESTAMP_WITH_TIMEZONE);
      insert.setBytes(8, entry.repairedBy());
      insert.setString(9, entry.outcome());
      insert.setInt(10, run.domainNo());
      bindSubject(insert, 11, entry);
      insert.setObject(14, entry.requestedAt());
      insert.executeUpdate();
    }
  }

  private static void bindSubject(PreparedStatement insert, int first, RepairLogEntry entry)
      throws SQLException {
    insert.setBytes(first, entry.transactionId());
    insert.setBytes(first + 1, entry.assetGroupId());
    insert.setBytes(first + 2, entry.assetId());
  }
}
