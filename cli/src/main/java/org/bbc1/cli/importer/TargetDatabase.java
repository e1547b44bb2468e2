package org.bbc1.cli.importer;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.bbc1.node.config.ProcessConfiguration;
import org.bbc1.node.ledger.importer.ImportException;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of the node that is filled: the same that the node would use. */
final class TargetDatabase {

  private static final String POSTGRESQL = "postgresql:";
  private static final String H2 = "h2:";
  private static final String H2_USER = "sa";

  private TargetDatabase() {}

  static DataSource open(ProcessConfiguration process) {
    ProcessConfiguration.Database database = process.database();
    if (database.subUrl().startsWith(POSTGRESQL)) {
      PGSimpleDataSource dataSource = new PGSimpleDataSource();
      dataSource.setUrl("jdbc:" + database.subUrl());
      dataSource.setUser(database.user());
      dataSource.setPassword(database.password().value());
      return dataSource;
    }
    if (!database.subUrl().isEmpty() && !database.subUrl().startsWith(H2)) {
      throw new ImportException("bbc1.db.suburl begins neither with postgresql: nor with h2:");
    }
    return h2(process);
  }

  private static DataSource h2(ProcessConfiguration process) {
    ProcessConfiguration.Database database = process.database();
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setURL(
        "jdbc:"
            + (database.subUrl().isEmpty()
                ? embedded(process.workingDirectory())
                : database.subUrl()));
    dataSource.setUser(database.user().isEmpty() ? H2_USER : database.user());
    dataSource.setPassword(database.password().value());
    return dataSource;
  }

  /** As the launcher of the node names it. */
  private static String embedded(Path folder) {
    String path = folder.toAbsolutePath().toString();
    if (path.contains(";")) {
      throw new ImportException("the embedded database cannot live below a path with ';': " + path);
    }
    return "h2:file:"
        + path
        + "/bbc1_ledger;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
  }
}
