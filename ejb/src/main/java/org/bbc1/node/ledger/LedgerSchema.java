package org.bbc1.node.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables of a database to the state this release needs (storage B1, B7). */
public final class LedgerSchema {

  private static final String HISTORY_TABLE = "schema_history";
  private static final String SCRIPTS = "classpath:db/ledger";

  private LedgerSchema() {}

  /** {@link #migrate(DataSource, ClassLoader)} with the class loader of this class. */
  public static void migrate(DataSource dataSource) {
    migrate(dataSource, LedgerSchema.class.getClassLoader());
  }

  /**
   * Creates or upgrades the tables. Does nothing if they are up to date.
   *
   * @param classLoader where the scripts and the migration tool's plug-ins are found; inside an
   *     application server the one of the application, since the context class loader of a start-up
   *     thread may be another
   * @throws LedgerSchemaException if the schema is newer than this release, was changed by hand, or
   *     a script fails
   * @throws LedgerUnavailableException if the database cannot be reached
   */
  public static void migrate(DataSource dataSource, ClassLoader classLoader) {
    LedgerDialect dialect = dialectOf(dataSource);
    try {
      Flyway.configure(classLoader)
          .dataSource(dataSource)
          .table(HISTORY_TABLE)
          .locations(SCRIPTS)
          .placeholders(dialect.placeholders())
          // By default a migration that only a newer release knows is overlooked.
          .ignoreMigrationPatterns(new String[0])
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new LedgerSchemaException(
          "the ledger's database schema does not fit this release: " + e.getMessage(), e);
    }
  }

  private static LedgerDialect dialectOf(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return LedgerDialect.of(connection);
    } catch (SQLException e) {
      throw new LedgerUnavailableException(
          "cannot reach the ledger's database: " + e.getMessage(), e);
    }
  }
}
