package org.bbc1.node.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.bbc1.id.Id;
import org.jspecify.annotations.Nullable;

/** What differs between the two databases that can hold a ledger. */
enum LedgerDialect {
  /** H2, in its PostgreSQL mode only. */
  H2(
      "varbinary",
      "varbinary array",
      Map.of("where_user_id_given", "", "descending", ""),
      "select next value for %s from system_range(1, ?)",
      // A plain commit only reaches the operating system some time later; this one waits for the
      // disk.
      "checkpoint sync"),

  /** PostgreSQL, whose commit is durable by itself. */
  POSTGRESQL(
      "bytea",
      "bytea[]",
      Map.of("where_user_id_given", "where user_id is not null", "descending", "-- "),
      "select nextval('%s') from generate_series(1, ?)",
      null);

  private final String elementType;
  private final String arrayType;
  private final Map<String, String> placeholders;
  private final String nextValues;
  private final @Nullable String syncStatement;

  LedgerDialect(
      String elementType,
      String arrayType,
      Map<String, String> placeholders,
      String nextValues,
      @Nullable String syncStatement) {
    this.elementType = elementType;
    this.arrayType = arrayType;
    this.placeholders = placeholders;
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

  /** An array of byte strings, as a parameter of {@link #idsTable}. */
  Array idArray(Connection connection, Collection<? extends Id> ids) throws SQLException {
    return connection.createArrayOf(
        elementType, ids.stream().map(Id::toByteArray).toArray(byte[][]::new));
  }

  /**
   * A parameter that is an array of ids, as a table {@code i} with the column {@code id} to join
   * with. H2 does not use an index for {@code = any(?)} on its second column.
   */
  String idsTable() {
    return "unnest(cast(? as " + arrayType + ")) i(id)";
  }

  /**
   * Placed after a table, makes the database use an index where it would not see that it should.
   */
  String useIndex(String index) {
    return this == H2 ? " use index (" + index + ")" : "";
  }

  /** What differs in the scripts. */
  Map<String, String> placeholders() {
    return placeholders;
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
