package org.bbc1.node.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts a good transaction in the place of a damaged one. It keeps the number of the row and,
 * ordinal by ordinal, those of its assets, so that it does not move in the order of insertion
 * (storage B5).
 */
final class RowRepair {

  private static final String REPLACE =
      "update ledger_tx set wire_format = ?, transaction_data = ?, data_sha256 = ?, tx_version = ?,"
          + " tx_timestamp = ?, timestamp_ms = ?, origin = ? where tx_no = ?";
  private static final String ASSET_NUMBERS =
      "select ordinal, asset_no from ledger_asset where tx_no = ?";

  private final NumberSequence assetNumbers;
  private final NumberSequence edgeNumbers;

  RowRepair(NumberSequence assetNumbers, NumberSequence edgeNumbers) {
    this.assetNumbers = assetNumbers;
    this.edgeNumbers = edgeNumbers;
  }

  /** Replaces the row and adds the rows of assets and links to those that will be inserted. */
  void replace(Connection connection, PendingInsert insert, long txNo, RowInserts inserts)
      throws SQLException {
    replaceTransaction(connection, insert.row(), txNo);
    Map<Integer, Long> oldNumbers = assetNumbers(connection, txNo);
    delete(connection, "delete from ledger_asset where tx_no = ?", txNo);
    delete(connection, "delete from ledger_edge where tx_no = ?", txNo);
    int assets = insert.row().assets().size();
    for (int ordinal = 0; ordinal < assets; ordinal++) {
      Long old = oldNumbers.get(ordinal);
      long number = old != null ? old : assetNumbers.take(connection, 1)[0];
      inserts.addAsset(insert, txNo, ordinal, number);
    }
    long[] edges = edgeNumbers.take(connection, insert.row().links().size());
    for (int ordinal = 0; ordinal < edges.length; ordinal++) {
      inserts.addEdge(insert, txNo, ordinal, edges[ordinal]);
    }
  }

  private static void replaceTransaction(Connection connection, TransactionRow row, long txNo)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REPLACE)) {
      statement.setInt(1, row.wireFormat());
      statement.setBytes(2, row.data());
      statement.setBytes(3, row.sha256());
      statement.setInt(4, row.version());
      statement.setLong(5, row.timestamp());
      statement.setLong(6, row.timestampMillis());
      statement.setInt(7, Origin.REPAIR.code());
      statement.setLong(8, txNo);
      statement.executeUpdate();
    }
  }

  private static Map<Integer, Long> assetNumbers(Connection connection, long txNo)
      throws SQLException {
    Map<Integer, Long> numbers = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(ASSET_NUMBERS)) {
      statement.setLong(1, txNo);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          numbers.put(result.getInt(1), result.getLong(2));
        }
      }
    }
    return numbers;
  }

  private static void delete(Connection connection, String sql, long txNo) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, txNo);
      statement.executeUpdate();
    }
  }
}
