package org.bbc1.node.ledger.importer;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the source's transactions in the order in which they shall enter the ledger, so many at a
 * time.
 */
final class TransactionQuery {

  /** Most bytes of transactions in one piece, unless a single one is larger. */
  private static final long MAX_BYTES = 64L << 20;

  private static final String WITH_ASSETS =
      "select a.id, t.transaction_id, t.transaction_data from asset_info_table a"
          + " join transaction_table t on t.transaction_id = a.transaction_id"
          + " where a.id > ? and not exists (select 1 from asset_info_table b"
          + " where b.transaction_id = a.transaction_id and b.id < a.id) order by a.id";
  private static final String WITHOUT_ASSETS =
      "select t.rowid, t.transaction_id, t.transaction_data from transaction_table t"
          + " where t.rowid > ? and not exists (select 1 from asset_info_table a"
          + " where a.transaction_id = t.transaction_id) order by t.rowid";
  private static final String ALL =
      "select rowid, transaction_id, transaction_data from transaction_table"
          + " where rowid > ? order by rowid";

  private final SourceLedger source;
  private final String query;
  private final int maxRows;

  private TransactionQuery(SourceLedger source, String query, int maxRows) {
    this.source = source;
    this.query = query;
    this.maxRows = maxRows;
  }

  /** Those that have rows of assets, by the smallest number of these. */
  static TransactionQuery withAssets(SourceLedger source, int maxRows) {
    return new TransactionQuery(source, WITH_ASSETS, maxRows);
  }

  /** The others, by the number of their row. */
  static TransactionQuery withoutAssets(SourceLedger source, int maxRows) {
    String query = source.has(SourceTable.ASSETS) ? WITHOUT_ASSETS : ALL;
    return new TransactionQuery(source, query, maxRows);
  }

  /** The next ones after a position; none if there are no more. */
  List<SourceTransaction> read(long position) throws SQLException {
    if (query.equals(WITH_ASSETS) && !source.has(SourceTable.ASSETS)) {
      return List.of();
    }
    List<SourceTransaction> rows = new ArrayList<>();
    long bytes = 0;
    try (PreparedStatement statement = source.prepare(query)) {
      statement.setLong(1, position);
      try (ResultSet result = statement.executeQuery()) {
        while (rows.size() < maxRows && bytes < MAX_BYTES && result.next()) {
          SourceTransaction row =
              new SourceTransaction(
                  result.getLong(1),
                  SourceLedger.bytes(result.getBytes(2)),
                  SourceLedger.bytes(result.getBytes(3)));
          rows.add(row);
          bytes += row.data().length;
        }
      }
    }
    return rows;
  }
}
