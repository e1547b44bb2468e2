package org.bbc1.node.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.bbc1.id.DomainId;
import org.bbc1.id.Id;
import org.bbc1.id.TransactionId;
import org.jspecify.annotations.Nullable;

/** The rows of {@code repair_log}. */
final class JdbcRepairLog implements RepairLog {

  private static final String FAILED = "failed";
  private static final int NUMBER_BLOCK = 50;
  private static final String RENEW =
      "update repair_log set requested_at = ? where domain_no = ? and transaction_id = ?"
          + " and asset_group_id is not distinct from ? and asset_id is not distinct from ?"
          + " and repaired_at is null";
  private static final String INSERT =
      "insert into repair_log (requested_at, domain_no, transaction_id, asset_group_id, asset_id,"
          + " outcome, repair_no) values (?, ?, ?, ?, ?, ?, ?)";

  private final DataSource dataSource;
  private final LedgerDialect dialect;
  private final JdbcDomainTable domains;
  private final NumberSequence numbers;

  JdbcRepairLog(DataSource dataSource, LedgerDialect dialect, JdbcDomainTable domains) {
    this.dataSource = dataSource;
    this.dialect = dialect;
    this.domains = domains;
    this.numbers = new NumberSequence(dialect, "repair_log_seq", NUMBER_BLOCK);
  }

  private record Entry(
      int domainNo, TransactionId transaction, @Nullable AssetKey file, OffsetDateTime at) {}

  /** One at a time: two requests for the same damage must not both find no entry. */
  @Override
  public synchronized void failed(
      DomainId domain,
      TransactionId transaction,
      @Nullable AssetKey assetFile,
      Instant requestedAt) {
    Entry entry =
        new Entry(
            domains.numberOf(domain), transaction, assetFile, requestedAt.atOffset(ZoneOffset.UTC));
    try (Connection connection = dataSource.getConnection()) {
      LocalTransaction.run(connection, dialect, () -> write(connection, entry));
    } catch (SQLException | IOException e) {
      throw new LedgerUnavailableException("repairs cannot be noted: " + e.getMessage(), e);
    }
  }

  private boolean write(Connection connection, Entry entry) throws SQLException {
    try (PreparedStatement renew = connection.prepareStatement(RENEW)) {
      bind(renew, entry);
      if (renew.executeUpdate() > 0) {
        return false;
      }
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      bind(insert, entry);
      insert.setString(6, FAILED);
      insert.setLong(7, numbers.take(connection, 1)[0]);
      insert.executeUpdate();
    }
    return true;
  }

  private static void bind(PreparedStatement statement, Entry entry) throws SQLException {
    statement.setObject(1, entry.at());
    statement.setInt(2, entry.domainNo());
    statement.setBytes(3, entry.transaction().toByteArray());
    AssetKey file = entry.file();
    bind(statement, 4, file == null ? null : file.assetGroup());
    bind(statement, 5, file == null ? null : file.asset());
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Id id)
      throws SQLException {
    if (id == null) {
      statement.setNull(index, Types.BINARY);
    } else {
      statement.setBytes(index, id.toByteArray());
    }
  }
}
