package org.bbc1.node.ledger;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Finds out whether the database and the asset files can be written, by writing a little. */
final class LedgerProbe {

  private static final Logger LOG = System.getLogger(LedgerProbe.class.getName());
  // Changes nothing, yet has to be logged and to reach the disk.
  private static final String WRITE =
      "update domain set message_seq = message_seq"
          + " where domain_no = (select min(domain_no) from domain)";

  private final DataSource dataSource;
  private final LedgerDialect dialect;
  private final AssetStore files;
  private final Writability writability;

  LedgerProbe(
      DataSource dataSource, LedgerDialect dialect, AssetStore files, Writability writability) {
    this.dataSource = dataSource;
    this.dialect = dialect;
    this.files = files;
    this.writability = writability;
  }

  boolean run() {
    writability.database(databaseWorks());
    writability.files(filesWork());
    return writability.isWritable();
  }

  private boolean databaseWorks() {
    try (Connection connection = dataSource.getConnection()) {
      LocalTransaction.run(connection, dialect, () -> write(connection));
      return true;
    } catch (SQLException | IOException e) {
      LOG.log(Level.WARNING, "the database of the ledger cannot be written: {0}", e.getMessage());
      return false;
    }
  }

  private static int write(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(WRITE);
    }
  }

  private boolean filesWork() {
    try {
      files.probe();
      return true;
    } catch (IOException e) {
      LOG.log(Level.WARNING, "asset files cannot be written: {0}", e.toString());
      return false;
    }
  }
}
