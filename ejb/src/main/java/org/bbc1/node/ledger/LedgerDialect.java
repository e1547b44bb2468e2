package org.bbc1.node.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What differs between the two databases that can hold a ledger. */
enum LedgerDialect {
  /** H2, in its PostgreSQL mode only. */
  H2(
      "VARBINARY",
      "",
      "select next value for %s from system_range(1, ?)",
      // A plain commit only reaches the operating system some time later; this one waits for the
      // disk.
      "checkpoint sync"),

  /** PostgreSQL, whose commit is durable by itself. */
  POSTGRESQL(
      "bytea",
      "where user_id is not null",
      "select nextval('%s') from generate_series(1, ?)",
      null);

  private final String byteArrayType;
  private final String userIndexFilter;
  private final String nextValues;
  private final @Nullable String syncStatement;

  LedgerDialect(
      String byteArrayType,
      String userIndexFilter,
      String nextValues,
      @Nullable String syncStatement) {
    this.byteArrayType = byteArrayType;
    this.userIndexFilter = userIndexFilter;
    this.nextValues = nextValues;
    this.syncStatement = syncStatement;
  }

  /**
   * The dialect of the database behind a connection.
   *
   * @throws SQLException if it cannot be asked or is none of those supported
   */
  static LedgerDialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    if (product.equals("postgresql")) {
      return POSTGRESQL;
    }
    if (product.equals("h2")) {
      requirePostgresMode(connection);
      return H2;
    }
    throw new SQLException("the ledger runs on PostgreSQL or H2, not on " + product);
  }

  private static void requirePostgresMode(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet mode =
            statement.executeQuery(
                "select setting_value from information_schema.settings where setting_name = 'MODE'")) {
      if (!mode.next() || !"PostgreSQL".equalsIgnoreCase(mode.getString(1))) {
        throw new SQLException("the H2 database must be opened with MODE=PostgreSQL in its URL");
      }
    }
  }

  /** Name of the SQL type of the elements of an array of byte strings. */
  String byteArrayType() {
    return byteArrayType;
  }

  /**
   * Condition that keeps rows without owner out of the index by owner, where partial indices exist.
   */
  String userIndexFilter() {
    return userIndexFilter;
  }

  /** Query for as many numbers of a sequence as its parameter says. */
  String nextValues(String sequence) {
    return nextValues.formatted(sequence);
  }

  /**
   * Makes what has been committed on this database durable, as far as the commit did not do that
   * itself.
   */
  void sync(Connection connection) throws SQLException {
    if (syncStatement != null) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(syncStatement);
      }
    }
  }
}
