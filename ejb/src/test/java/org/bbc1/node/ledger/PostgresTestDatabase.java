package org.bbc1.node.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A database on a PostgreSQL server that all tests share, or on its own server if it is to be
 * stopped.
 */
final class PostgresTestDatabase implements TestDatabase {

  private static PostgresServer shared;

  private final PostgresServer server;
  private final boolean own;
  private final DataSource dataSource;

  private PostgresTestDatabase(PostgresServer server, boolean own) throws SQLException {
    this.server = server;
    this.own = own;
    this.dataSource = server.dataSource(server.createDatabase());
  }

  static synchronized PostgresTestDatabase onSharedServer() throws Exception {
    return new PostgresTestDatabase(sharedServer(), false);
  }

  static synchronized PostgresServer sharedServer() throws IOException {
    if (shared == null) {
      Path folder = Files.createTempDirectory("bbc1-postgres-test");
      PostgresServer server = new PostgresServer(folder);
      shared = server;
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(server, folder)));
    }
    return shared;
  }

  static PostgresTestDatabase onOwnServer(Path folder) throws Exception {
    return new PostgresTestDatabase(new PostgresServer(folder.resolve("postgres")), true);
  }

  private static void remove(PostgresServer server, Path folder) {
    try (server;
        Stream<Path> files = Files.walk(folder)) {
      server.close();
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public DataSource dataSource() {
    return dataSource;
  }

  @Override
  public void stop() throws Exception {
    server.close();
  }

  @Override
  public void start() throws Exception {
    server.start();
  }

  @Override
  public void restart() {
    // Other tests use the server; a new connection is all that can be had.
  }

  @Override
  public void close() throws Exception {
    if (own) {
      server.close();
    }
  }
}
