package org.bbc1.node.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** An H2 file. */
final class H2TestDatabase implements TestDatabase {

  private final Path file;
  private final Path hidden;
  private final JdbcDataSource dataSource = new JdbcDataSource();

  H2TestDatabase(Path folder) {
    file = folder.resolve("ledger.mv.db");
    hidden = folder.resolve("ledger.hidden");
    dataSource.setURL(
        "jdbc:h2:file:"
            + folder.resolve("ledger")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
    dataSource.setUser("sa");
    dataSource.setPassword("");
  }

  @Override
  public DataSource dataSource() {
    return dataSource;
  }

  @Override
  public void stop() throws Exception {
    close();
    Files.move(file, hidden);
    // A folder in its place can neither be opened nor created.
    Files.createDirectory(file);
  }

  @Override
  public void start() throws Exception {
    Files.delete(file);
    Files.move(hidden, file);
  }

  @Override
  public void close() throws Exception {
    if (Files.isRegularFile(file)) {
      execute("shutdown");
    }
  }
}
