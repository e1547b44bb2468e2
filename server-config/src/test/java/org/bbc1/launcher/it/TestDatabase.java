package org.bbc1.launcher.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server that writes durably, as a production server does, and can go and come back.
 */
final class TestDatabase implements AutoCloseable {
  private final Path folder;
  private int port;
  private @Nullable EmbeddedPostgres server;

  TestDatabase(Path folder) throws IOException {
    this.folder = folder;
    start();
  }

  /** Starts it again with its data, on the same port. */
  void start() throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("data"))
            .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
            .setCleanDataDirectory(false)
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("fsync", "on")
            // The library switches it off for speed; acknowledged would not mean durable.
            .setServerConfig("synchronous_commit", "on");
    if (port != 0) {
      builder.setPort(port);
    }
    EmbeddedPostgres started = builder.start();
    port = started.getPort();
    server = started;
  }

  /** Settings of a node that keeps its ledger here. */
  Map<String, String> environment() {
    return Map.of(
        "BBC1_DB_SUBURL",
        "postgresql://127.0.0.1:" + port + "/postgres?reWriteBatchedInserts=true&connectTimeout=2",
        "BBC1_DB_USER",
        "postgres",
        "BBC1_DB_PASSWORD",
        "postgres");
  }

  /** A setting in force, such as {@code fsync}. */
  String setting(String name) throws SQLException {
    try (Connection connection = running().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  void stop() throws IOException {
    running().close();
    server = null;
  }

  @Override
  public void close() throws IOException {
    if (server != null) {
      stop();
    }
  }

  private EmbeddedPostgres running() {
    EmbeddedPostgres running = server;
    if (running == null) {
      throw new IllegalStateException("the database is stopped");
    }
    return running;
  }
}
