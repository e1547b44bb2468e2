package org.bbc1.node.ledger.importer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A SQLite file with the tables of the reference (storage A2), read only. Tables that its release
 * did not know count as empty. For one thread.
 */
final class SourceLedger implements AutoCloseable {

  private static final String OPEN_READ_ONLY = "1";
  private static final String BUSY_TIMEOUT_MILLIS = "30000";
  private static final String OLDEST_VERSION = "ver=1";
  private static final Set<String> VERSIONS = Set.of(OLDEST_VERSION, "ver=2");

  private final Connection connection;
  private final Set<SourceTable> tables = EnumSet.noneOf(SourceTable.class);
  private final String version;
  private final boolean timestamped;

  private SourceLedger(Connection connection, Path file) throws SQLException {
    this.connection = connection;
    for (SourceTable table : SourceTable.values()) {
      if (exists(table.sqlName())) {
        tables.add(table);
      }
    }
    if (!tables.contains(SourceTable.TRANSACTIONS)) {
      throw new ImportException(file + " is no ledger of BBc-1: it has no transaction_table");
    }
    version = readVersion();
    if (!VERSIONS.contains(version)) {
      throw new ImportException(
          file + " has the version \"" + version + "\"; \"ver=1\" and \"ver=2\" are known");
    }
    timestamped = hasColumn(SourceTable.ASSETS, "timestamp");
  }

  /**
   * Opens a ledger.
   *
   * @throws ImportException if it is none, or of a version that is not known
   */
  static SourceLedger open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ImportException(file + " is not there");
    }
    Properties properties = new Properties();
    properties.setProperty("open_mode", OPEN_READ_ONLY);
    properties.setProperty("busy_timeout", BUSY_TIMEOUT_MILLIS);
    try {
      return open(DriverManager.getConnection("jdbc:sqlite:" + file, properties), file);
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }

  private static SourceLedger open(Connection connection, Path file) throws SQLException {
    boolean complete = false;
    try {
      SourceLedger ledger = new SourceLedger(connection, file);
      complete = true;
      return ledger;
    } finally {
      if (!complete) {
        connection.close();
      }
    }
  }

  private static ImportException unreadable(Path file, SQLException cause) {
    return new ImportException(file + " cannot be read: " + cause.getMessage(), cause);
  }

  private boolean exists(String table) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select 1 from sqlite_master where type = 'table' and name = ?")) {
      statement.setString(1, table);
      try (ResultSet result = statement.executeQuery()) {
        return result.next();
      }
    }
  }

  /** The first row; what does not exist is the oldest version (storage A8). */
  private String readVersion() throws SQLException {
    if (!exists("version_table")) {
      return OLDEST_VERSION;
    }
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select version from version_table limit 1")) {
      String text = result.next() ? result.getString(1) : null;
      return text == null ? OLDEST_VERSION : text;
    }
  }

  private boolean hasColumn(SourceTable table, String column) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select 1 from pragma_table_info(?) where name = ?")) {
      statement.setString(1, table.sqlName());
      statement.setString(2, column);
      try (ResultSet result = statement.executeQuery()) {
        return result.next();
      }
    }
  }

  /** {@code ver=1} or {@code ver=2}. */
  String version() {
    return version;
  }

  boolean has(SourceTable table) {
    return tables.contains(table);
  }

  /** Whether rows of assets have a time stamp, which the oldest version does not know. */
  boolean isTimestamped() {
    return timestamped;
  }

  /** Number of rows; 0 of a table that does not exist. */
  long count(SourceTable table) throws SQLException {
    if (!has(table)) {
      return 0;
    }
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select count(*) from " + table.sqlName())) {
      result.next();
      return result.getLong(1);
    }
  }

  /** Makes something of a row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Takes one row after the other. */
  interface RowConsumer {
    void accept(ResultSet row) throws SQLException;
  }

  /** A query whose first parameter is a number. */
  <T> List<T> list(String query, long parameter, RowReader<T> reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setLong(1, parameter);
      return readAll(statement, reader);
    }
  }

  /** A query whose only parameter is a byte string. */
  <T> List<T> list(String query, byte[] parameter, RowReader<T> reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setBytes(1, parameter);
      return readAll(statement, reader);
    }
  }

  private static <T> List<T> readAll(PreparedStatement statement, RowReader<T> reader)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        rows.add(reader.read(result));
      }
    }
    return rows;
  }

  /** Goes through the rows of a query without keeping them. */
  void forEach(String query, RowConsumer consumer) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        consumer.accept(result);
      }
    }
  }

  /** A statement for a caller that walks along two results at once. */
  PreparedStatement prepare(String query) throws SQLException {
    return connection.prepareStatement(query);
  }

  static byte[] bytes(byte @Nullable [] value) {
    return value == null ? new byte[0] : value;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new ImportException("the source cannot be closed: " + e.getMessage(), e);
    }
  }
}
