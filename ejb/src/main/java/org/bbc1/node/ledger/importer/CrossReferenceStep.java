package org.bbc1.node.ledger.importer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.bbc1.node.ledger.LedgerLoader;
import org.bbc1.node.ledger.LedgerSequence;

/** Copies cross references; what was noted several times is one row. */
final class CrossReferenceStep implements ImportStep {

  private static final String INSERT =
      "insert into cross_ref (cross_ref_no, domain_no, transaction_id, outer_domain_id,"
          + " txid_having_cross_ref) values (?, ?, ?, ?, ?) on conflict do nothing";

  private final SourceLedger source;
  private final String query;
  private final LedgerLoader loader;
  private final ImportRun run;

  CrossReferenceStep(SourceLedger source, int maxRows, LedgerLoader loader, ImportRun run) {
    this.source = source;
    this.query =
        "select id, transaction_id, outer_domain_id, txid_having_cross_ref from cross_ref_table"
            + " where id > ? order by id limit "
            + maxRows;
    this.loader = loader;
    this.run = run;
  }

  private record Row(long id, byte[] transaction, byte[] domain, byte[] referrer) {

    boolean isComplete() {
      return transaction.length > 0 && domain.length > 0 && referrer.length > 0;
    }
  }

  @Override
  public long advance(Connection target, long position) throws SQLException {
    if (!source.has(SourceTable.CROSS_REFERENCES)) {
      return DONE;
    }
    List<Row> rows =
        source.list(
            query,
            position,
            row ->
                new Row(
                    row.getLong(1),
                    SourceLedger.bytes(row.getBytes(2)),
                    SourceLedger.bytes(row.getBytes(3)),
                    SourceLedger.bytes(row.getBytes(4))));
    if (rows.isEmpty()) {
      return DONE;
    }
    List<Row> complete = rows.stream().filter(Row::isComplete).toList();
    insert(target, complete);
    run.tally().add(ImportCount.CROSS_REFERENCES, complete.size());
    run.tally().add(ImportCount.CROSS_REFERENCES_INCOMPLETE, rows.size() - complete.size());
    return rows.get(rows.size() - 1).id();
  }

  private void insert(Connection target, List<Row> rows) throws SQLException {
    long[] numbers = loader.numbers(target, LedgerSequence.CROSS_REF, rows.size());
    try (PreparedStatement insert = target.prepareStatement(INSERT)) {
      for (int i = 0; i < numbers.length; i++) {
        insert.setLong(1, numbers[i]);
        insert.setInt(2, run.domainNo());
        insert.setBytes(3, rows.get(i).transaction());
        insert.setBytes(4, rows.get(i).domain());
        insert.setBytes(5, rows.get(i).referrer());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
