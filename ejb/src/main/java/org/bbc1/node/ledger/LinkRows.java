package org.bbc1.node.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bbc1.id.TransactionId;

/**
 * Reads the links between transactions, for many at once and in the order in which they were
 * stored.
 */
final class LinkRows {

  static final String TARGETS = "select point_to from ledger_edge where tx_no = ? order by ordinal";
  private final LedgerDialect dialect;

  LinkRows(LedgerDialect dialect) {
    this.dialect = dialect;
  }

  static String followers(LedgerDialect dialect, int limit) {
    return "select "
        + StoredRow.COLUMNS
        + ", e.point_to from "
        + dialect.idsTable()
        + " join ledger_edge e on e.point_to = i.id join ledger_tx t on t.tx_no = e.tx_no"
        + " where e.domain_no = ? order by e.edge_no limit "
        + limit;
  }

  /** What a transaction links to, by its stored links. */
  static List<TransactionId> targets(Connection connection, long txNo) throws SQLException {
    List<TransactionId> targets = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(TARGETS)) {
      statement.setLong(1, txNo);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          targets.add(TransactionId.of(result.getBytes(1)));
        }
      }
    }
    return targets;
  }

  /**
   * The transactions that link to any of these, once for each link, by what they link to.
   *
   * @param rows receives the rows that were found
   */
  Map<TransactionId, List<TransactionId>> followers(
      Connection connection,
      int domainNo,
      Collection<TransactionId> ids,
      int limit,
      Map<TransactionId, StoredRow> rows)
      throws SQLException {
    Map<TransactionId, List<TransactionId>> followers = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(followers(dialect, limit))) {
      statement.setArray(1, dialect.idArray(connection, ids));
      statement.setInt(2, domainNo);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          StoredRow row = StoredRow.read(result);
          rows.put(row.id(), row);
          followers
              .computeIfAbsent(TransactionId.of(result.getBytes(6)), id -> new ArrayList<>())
              .add(row.id());
        }
      }
    }
    return followers;
  }
}
