package org.bbc1.node.ledger.importer;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Copies one of the tables of Merkle trees; a part that is NULL becomes empty. */
final class MerkleStep implements ImportStep {

  /** A table of the source, its columns and the table they go to; the first column is the key. */
  private enum Shape {
    LEAVES(SourceTable.MERKLE_LEAVES, "merkle_leaf", "digest", "leaf_left", "leaf_right", "prev"),
    BRANCHES(SourceTable.MERKLE_BRANCHES, "merkle_branch", "digest", "leaf_left", "leaf_right"),
    ROOTS(SourceTable.MERKLE_ROOTS, "merkle_root", "root", "spec");

    private final SourceTable table;
    private final String target;
    private final List<String> columns;

    Shape(SourceTable table, String target, String... columns) {
      this.table = table;
      this.target = target;
      this.columns = List.of(columns);
    }

    String select(int maxRows) {
      return "select rowid, %s from %s where rowid > ? order by rowid limit %d"
          .formatted(String.join(", ", columns), table.sqlName(), maxRows);
    }

    String insert() {
      return "insert into %s (domain_no, %s) values (?%s) on conflict do nothing"
          .formatted(target, String.join(", ", columns), ", ?".repeat(columns.size()));
    }
  }

  private final Shape shape;
  private final SourceLedger source;
  private final int maxRows;
  private final ImportRun run;

  private MerkleStep(Shape shape, SourceLedger source, int maxRows, ImportRun run) {
    this.shape = shape;
    this.source = source;
    this.maxRows = maxRows;
    this.run = run;
  }

  static MerkleStep leaves(SourceLedger source, int maxRows, ImportRun run) {
    return new MerkleStep(Shape.LEAVES, source, maxRows, run);
  }

  static MerkleStep branches(SourceLedger source, int maxRows, ImportRun run) {
    return new MerkleStep(Shape.BRANCHES, source, maxRows, run);
  }

  static MerkleStep roots(SourceLedger source, int maxRows, ImportRun run) {
    return new MerkleStep(Shape.ROOTS, source, maxRows, run);
  }

  private record Row(long rowid, List<byte[]> values) {}

  @Override
  public long advance(Connection target, long position) throws SQLException {
    if (!source.has(shape.table)) {
      return DONE;
    }
    List<Row> rows = source.list(shape.select(maxRows), position, this::read);
    if (rows.isEmpty()) {
      return DONE;
    }
    List<Row> keyed = rows.stream().filter(row -> row.values().get(0).length > 0).toList();
    insert(target, keyed);
    run.tally().add(ImportCount.MERKLE_ROWS, keyed.size());
    run.tally().add(ImportCount.MERKLE_ROWS_INCOMPLETE, rows.size() - keyed.size());
    return rows.get(rows.size() - 1).rowid();
  }

  private Row read(ResultSet result) throws SQLException {
    List<byte[]> values = new ArrayList<>();
    for (int i = 0; i < shape.columns.size(); i++) {
      values.add(SourceLedger.bytes(result.getBytes(i + 2)));
    }
    return new Row(result.getLong(1), values);
  }

  private void insert(Connection target, List<Row> rows) throws SQLException {
    try (PreparedStatement insert = target.prepareStatement(shape.insert())) {
      for (Row row : rows) {
        insert.setInt(1, run.domainNo());
        for (int i = 0; i < row.values().size(); i++) {
          bind(insert, i, row.values().get(i));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void bind(PreparedStatement insert, int column, byte[] value) throws SQLException {
    if (shape.columns.get(column).equals("spec")) {
      insert.setString(column + 2, new String(value, StandardCharsets.UTF_8));
    } else {
      insert.setBytes(column + 2, value);
    }
  }
}
