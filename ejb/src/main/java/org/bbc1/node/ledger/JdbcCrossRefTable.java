package org.bbc1.node.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;

/** The rows of {@code cross_ref}. */
final class JdbcCrossRefTable implements CrossRefTable {

  private static final String SELECT =
      "select transaction_id from cross_ref where domain_no = ? order by cross_ref_no"
          + " fetch first ? rows only";

  private final DataSource dataSource;
  private final JdbcDomainTable domains;

  JdbcCrossRefTable(DataSource dataSource, JdbcDomainTable domains) {
    this.dataSource = dataSource;
    this.domains = domains;
  }

  @Override
  public List<TransactionId> transactionsOf(DomainId domain, int limit) {
    int domainNo = domains.numberOf(domain);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(SELECT)) {
      statement.setInt(1, domainNo);
      statement.setInt(2, limit);
      try (ResultSet result = statement.executeQuery()) {
        List<TransactionId> transactions = new ArrayList<>();
        while (result.next()) {
          transactions.add(TransactionId.of(result.getBytes(1)));
        }
        return transactions;
      }
    } catch (SQLException e) {
      throw new LedgerUnavailableException("cross references cannot be read: " + e.getMessage(), e);
    }
  }
}
