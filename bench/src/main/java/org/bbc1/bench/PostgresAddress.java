package org.bbc1.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Where a PostgreSQL server listens; its user needs no password (a server started for one
 * measurement).
 */
record PostgresAddress(String host, int port, String database, String user) {

  /** The part of the JDBC address after {@code jdbc:}. */
  String jdbcSuburl() {
    return "postgresql://%s:%d/%s?reWriteBatchedInserts=true".formatted(host, port, database);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:" + jdbcSuburl(), user, "");
  }

  /** Makes an empty database beside this one. */
  PostgresAddress createDatabase(String name) throws IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IOException("cannot create the database " + name, e);
    }
    return new PostgresAddress(host, port, name, user);
  }
}
