package org.bbc1.node.ledger.importer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bbc1.node.ledger.Sha256;

/** What a run has found, one row each. */
final class FindingTable {

  private static final String FINDING =
      "insert into import_finding (run_no, kind, subject, detail) values (?, ?, ?, ?)"
          + " on conflict do nothing";
  private static final String LIST_FINDINGS =
      "select kind, subject, detail from import_finding where run_no = ?"
          + " order by kind, subject limit ?";
  private static final String MET_AGAIN =
      "update import_rejected set run_no = ?, reason = ?"
          + " where domain_no = ? and transaction_id = ? and data_sha256 = ?";
  private static final String REJECT =
      "insert into import_rejected"
          + " (run_no, reason, domain_no, transaction_id, data_sha256, transaction_data)"
          + " values (?, ?, ?, ?, ?, ?)";
  private static final String LIST_REJECTED =
      "select transaction_id, data_sha256, reason from import_rejected where run_no = ?"
          + " order by transaction_id, data_sha256 limit ?";

  private final long runNo;
  private final int domainNo;

  FindingTable(ImportRun run) {
    this.runNo = run.number();
    this.domainNo = run.domainNo();
  }

  void add(Connection connection, List<Finding> findings) throws SQLException {
    if (findings.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(FINDING)) {
      for (Finding finding : findings) {
        statement.setLong(1, runNo);
        statement.setString(2, finding.kind().name());
        statement.setString(3, finding.subject());
        statement.setString(4, finding.detail());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Puts a transaction aside, its bytes as they are. */
  void reject(Connection connection, SourceTransaction row, String reason) throws SQLException {
    byte[] sha256 = Sha256.of(row.data());
    try (PreparedStatement update = connection.prepareStatement(MET_AGAIN)) {
      bindRejected(update, row, sha256, reason);
      if (update.executeUpdate() > 0) {
        return;
      }
    }
    try (PreparedStatement insert = connection.prepareStatement(REJECT)) {
      bindRejected(insert, row, sha256, reason);
      insert.setBytes(6, row.data());
      insert.executeUpdate();
    }
  }

  private void bindRejected(
      PreparedStatement statement, SourceTransaction row, byte[] sha256, String reason)
      throws SQLException {
    statement.setLong(1, runNo);
    statement.setString(2, reason);
    statement.setInt(3, domainNo);
    statement.setBytes(4, row.id());
    statement.setBytes(5, sha256);
  }

  /** The first findings of the run, by kind and subject. */
  List<Finding> findings(Connection connection, int limit) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(LIST_FINDINGS)) {
      statement.setLong(1, runNo);
      statement.setInt(2, limit);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          findings.add(
              new Finding(
                  FindingKind.valueOf(result.getString(1)),
                  result.getString(2),
                  result.getString(3)));
        }
      }
    }
    return findings;
  }

  /** The first rejected transactions of the run, by id. */
  List<RejectedTransaction> rejected(Connection connection, int limit) throws SQLException {
    HexFormat hex = HexFormat.of();
    List<RejectedTransaction> rejected = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(LIST_REJECTED)) {
      statement.setLong(1, runNo);
      statement.setInt(2, limit);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rejected.add(
              new RejectedTransaction(
                  hex.formatHex(result.getBytes(1)),
                  hex.formatHex(result.getBytes(2)),
                  result.getString(3)));
        }
      }
    }
    return rejected;
  }
}
