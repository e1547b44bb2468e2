package org.bbc1.node.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.sql.DataSource;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;

/** The domain rows, with the numbers of domains remembered: they never change. */
final class JdbcDomainTable implements DomainTable {

  private static final String SELECT = "select domain_no, domain_id, node_id from domain";

  private final DataSource dataSource;
  private final LedgerDialect dialect;
  private final ConcurrentMap<DomainId, Integer> numbers = new ConcurrentHashMap<>();

  JdbcDomainTable(DataSource dataSource, LedgerDialect dialect) {
    this.dataSource = dataSource;
    this.dialect = dialect;
  }

  @Override
  public int register(DomainId domain, NodeId node) {
    try (Connection connection = dataSource.getConnection()) {
      int number =
          LocalTransaction.run(connection, dialect, () -> upsert(connection, domain, node));
      numbers.put(domain, number);
      return number;
    } catch (SQLException | IOException e) {
      throw unavailable(e);
    }
  }

  private int upsert(Connection connection, DomainId domain, NodeId node) throws SQLException {
    long fresh = new NumberSequence(dialect, "domain_seq", 1).take(connection, 1)[0];
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into domain (domain_no, domain_id, node_id) values (?, ?, ?)"
                + " on conflict do nothing")) {
      insert.setInt(1, Math.toIntExact(fresh));
      insert.setBytes(2, domain.toByteArray());
      insert.setBytes(3, node.toByteArray());
      insert.executeUpdate();
    }
    try (PreparedStatement update =
        connection.prepareStatement("update domain set node_id = ? where domain_id = ?")) {
      update.setBytes(1, node.toByteArray());
      update.setBytes(2, domain.toByteArray());
      update.executeUpdate();
    }
    return select(connection, domain).orElseThrow().number();
  }

  @Override
  public Optional<DomainRow> find(DomainId domain) {
    try (Connection connection = dataSource.getConnection()) {
      return select(connection, domain);
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  @Override
  public List<DomainRow> list() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(SELECT + " order by domain_no");
        ResultSet result = statement.executeQuery()) {
      List<DomainRow> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(read(result));
      }
      return rows;
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /**
   * Key of a domain in the database.
   *
   * @throws UnknownDomainException if it has no row
   */
  int numberOf(DomainId domain) {
    Integer known = numbers.get(domain);
    if (known != null) {
      return known;
    }
    int number =
        find(domain).map(DomainRow::number).orElseThrow(() -> new UnknownDomainException(domain));
    numbers.put(domain, number);
    return number;
  }

  private static Optional<DomainRow> select(Connection connection, DomainId domain)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(SELECT + " where domain_id = ?")) {
      statement.setBytes(1, domain.toByteArray());
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? Optional.of(read(result)) : Optional.empty();
      }
    }
  }

  private static DomainRow read(ResultSet result) throws SQLException {
    return new DomainRow(
        result.getInt(1), DomainId.of(result.getBytes(2)), NodeId.of(result.getBytes(3)));
  }

  private static LedgerUnavailableException unavailable(Exception cause) {
    return new LedgerUnavailableException(
        "the ledger's database cannot be used: " + cause.getMessage(), cause);
  }
}
