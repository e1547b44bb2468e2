package org.bbc1.node.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;

/**
 * A PostgreSQL server with the durability that production has; the test library would switch it
 * off.
 */
final class PostgresServer implements AutoCloseable {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final Path folder;
  private int port;
  private EmbeddedPostgres server;

  PostgresServer(Path folder) throws IOException {
    this.folder = folder;
    start();
  }

  void start() throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setDataDirectory(folder)
            .setCleanDataDirectory(false);
    server = (port == 0 ? builder : builder.setPort(port)).start();
    port = server.getPort();
  }

  /** A fresh, empty database; its name. */
  String createDatabase() throws SQLException {
    String name = "ledger" + DATABASES.incrementAndGet();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return name;
  }

  <T extends BaseDataSource> T configure(T dataSource, String database) {
    dataSource.setServerNames(new String[] {"127.0.0.1"});
    dataSource.setPortNumbers(new int[] {port});
    dataSource.setDatabaseName(database);
    dataSource.setUser("postgres");
    dataSource.setReWriteBatchedInserts(true);
    return dataSource;
  }

  PGSimpleDataSource dataSource(String database) {
    return configure(new PGSimpleDataSource(), database);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
