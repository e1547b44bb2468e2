package org.bbc1.node.ledger.importer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Finds rows of assets and links that belong to no transaction; nothing can be made of them. */
final class OrphanStep implements ImportStep {

  private static final int PIECE = 1000;

  private final SourceLedger source;
  private final ImportRun run;

  OrphanStep(SourceLedger source, ImportRun run) {
    this.source = source;
    this.run = run;
  }

  private static String orphans(SourceTable table, String column) {
    return "select o.%2$s, count(*) from %1$s o where not exists".formatted(table.sqlName(), column)
        + " (select 1 from transaction_table t where t.transaction_id = o.%1$s)".formatted(column)
        + " group by o."
        + column;
  }

  @Override
  public long advance(Connection target, long position) throws SQLException {
    find(target, SourceTable.ASSETS, "transaction_id", ImportCount.ASSET_ROWS_ORPHANED);
    find(target, SourceTable.TOPOLOGY, "base", ImportCount.LINK_ROWS_ORPHANED);
    return DONE;
  }

  private void find(Connection target, SourceTable table, String column, ImportCount count)
      throws SQLException {
    if (!source.has(table)) {
      return;
    }
    FindingTable findings = new FindingTable(run);
    List<Finding> piece = new ArrayList<>();
    source.forEach(
        orphans(table, column),
        row -> {
          long rows = row.getLong(2);
          run.tally().add(count, rows);
          piece.add(
              new Finding(
                  FindingKind.ORPHANED_ROWS,
                  HexFormat.of().formatHex(SourceLedger.bytes(row.getBytes(1))),
                  rows + " rows of " + table.sqlName()));
          if (piece.size() == PIECE) {
            findings.add(target, piece);
            piece.clear();
          }
        });
    findings.add(target, piece);
  }
}
