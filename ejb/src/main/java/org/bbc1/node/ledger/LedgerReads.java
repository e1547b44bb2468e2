package org.bbc1.node.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;

/** The queries of the ledger. */
final class LedgerReads {

  static final String BY_ID =
      "select "
          + StoredRow.COLUMNS
          + " from ledger_tx t where t.domain_no = ? and t.transaction_id = ?";
  // A larger result is fetched in parts, which PostgreSQL does within a transaction only.
  private static final int FETCHED_AT_ONCE = 16;

  private final DataSource dataSource;
  private final LedgerDialect dialect;
  private final SearchSql searchSql;
  private final JdbcDomainTable domains;
  private final FoundTransactions assembler;
  private final long maxResultBytes;

  LedgerReads(
      DataSource dataSource,
      LedgerDialect dialect,
      JdbcDomainTable domains,
      FoundTransactions assembler,
      long maxResultBytes) {
    this.dataSource = dataSource;
    this.dialect = dialect;
    this.searchSql = new SearchSql(dialect);
    this.domains = domains;
    this.assembler = assembler;
    this.maxResultBytes = maxResultBytes;
  }

  Optional<FoundTransaction> find(DomainId domain, TransactionId id) {
    int domainNo = domains.numberOf(domain);
    Optional<StoredRow> row = query(connection -> rowOf(connection, domainNo, id));
    return row.map(stored -> assembler.of(domain, stored));
  }

  private static Optional<StoredRow> rowOf(Connection connection, int domainNo, TransactionId id)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
      statement.setInt(1, domainNo);
      statement.setBytes(2, id.toByteArray());
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? Optional.of(StoredRow.read(result)) : Optional.empty();
      }
    }
  }

  List<FoundTransaction> search(
      DomainId domain, SearchCondition condition, Direction direction, int count) {
    TransactionSearch search =
        new TransactionSearch(
            domain,
            domains.numberOf(domain),
            condition,
            direction,
            count,
            maxResultBytes,
            assembler,
            searchSql);
    return query(
        connection ->
            count <= FETCHED_AT_ONCE
                ? search.run(connection)
                : LocalTransaction.read(connection, () -> search.run(connection)));
  }

  long count(DomainId domain, SearchCondition condition) {
    ConditionSql where = new ConditionSql(domains.numberOf(domain), condition);
    return query(connection -> count(connection, condition, where));
  }

  private static long count(Connection connection, SearchCondition condition, ConditionSql where)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(SearchSql.count(condition, where))) {
      where.bind(statement);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  Traversal traverse(DomainId domain, TransactionId start, TraverseRequest request) {
    Walk walk =
        new Walk(domain, domains.numberOf(domain), request, dialect, assembler, maxResultBytes);
    return query(connection -> walk.run(connection, start));
  }

  private interface Query<T> {
    T run(Connection connection) throws SQLException, IOException;
  }

  private <T> T query(Query<T> query) {
    try (Connection connection = dataSource.getConnection()) {
      return query.run(connection);
    } catch (SQLException | IOException e) {
      throw new LedgerUnavailableException("the ledger cannot be read: " + e.getMessage(), e);
    }
  }
}
