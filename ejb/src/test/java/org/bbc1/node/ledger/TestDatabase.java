package org.bbc1.node.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A real database of one test. */
interface TestDatabase extends AutoCloseable {

  /** Of plain connections; opens the database again after {@link #start}. */
  DataSource dataSource();

  /** Takes the database away, so that nobody can connect. */
  void stop() throws Exception;

  /** Brings it back. */
  void start() throws Exception;

  /** Closes and opens it in good order. */
  default void restart() throws Exception {
    stop();
    start();
  }

  /** Runs a statement, with byte arrays as its parameters. */
  default int execute(String sql, byte[]... parameters) throws SQLException {
    try (Connection connection = dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setBytes(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    }
  }

  default long number(String query) throws SQLException {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }
}
