package org.bbc1.node.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What anchors gave for trees of one domain, and whether its subsystem is switched on. */
final class MerkleReceiptRows {

  private final Connection connection;
  private final int domainNo;

  MerkleReceiptRows(Connection connection, int domainNo) {
    this.connection = connection;
    this.domainNo = domainNo;
  }

  Optional<String> find(long tree, String anchor) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select receipt from merkle_receipt"
                + " where domain_no = ? and tree_no = ? and anchor = ?")) {
      bindKey(statement, tree, anchor);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
      }
    }
  }

  void add(long tree, String anchor, String receipt) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into merkle_receipt (domain_no, tree_no, anchor, receipt)"
                + " values (?, ?, ?, ?) on conflict do nothing")) {
      bindKey(insert, tree, anchor);
      insert.setString(4, receipt);
      insert.executeUpdate();
    }
  }

  private void bindKey(PreparedStatement statement, long tree, String anchor) throws SQLException {
    statement.setInt(1, domainNo);
    statement.setLong(2, tree);
    statement.setString(3, anchor);
  }

  boolean isEnabled() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select enabled from ledger_subsystem where domain_no = ?")) {
      statement.setInt(1, domainNo);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  void setEnabled(boolean enabled) throws SQLException {
    if (!write("update ledger_subsystem set enabled = ? where domain_no = ?", enabled)) {
      write("insert into ledger_subsystem (enabled, domain_no) values (?, ?)", enabled);
    }
  }

  private boolean write(String sql, boolean enabled) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBoolean(1, enabled);
      statement.setInt(2, domainNo);
      return statement.executeUpdate() == 1;
    }
  }
}
