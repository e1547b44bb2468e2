package org.bbc1.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the same machine does at the same time with programs everybody has: figures of a node are
 * quoted as ratios to these. A yardstick whose program is not installed is empty.
 */
final class Yardsticks {

  private static final Pattern OPENSSL_VERIFY =
      Pattern.compile("ecdsa \\(nistp256\\).*?([0-9.]+)\\s*$", Pattern.MULTILINE);
  private static final Pattern PGBENCH_TPS = Pattern.compile("tps = ([0-9.]+)");

  private static final String TABLES =
      "create table if not exists yardstick_tx(id bytea primary key, data bytea not null);"
          + "create table if not exists yardstick_meta(no bigserial primary key, id bytea not null,"
          + " owner bytea not null);";
  private static final String KEY = "sha256(gen_random_uuid()::text::bytea)";
  private static final String DATA = "decode(repeat('a7', 600), 'hex')";

  private Yardsticks() {}

  /** P-256 verifications per second on one core, by {@code openssl speed}. */
  static OptionalDouble opensslVerify(int seconds) throws IOException, InterruptedException {
    return first(
        OPENSSL_VERIFY,
        Commands.run(
                Map.of(),
                List.of("openssl", "speed", "-seconds", Integer.toString(seconds), "ecdsap256"))
            .orElse(""));
  }

  /**
   * Durable transactions per second of PostgreSQL itself: one 32-byte key with 600 bytes and one
   * metadata row each.
   *
   * @param rowsPerCommit transactions written by one commit
   */
  static OptionalDouble postgresCommits(
      PostgresAddress postgres, int clients, int rowsPerCommit, int seconds)
      throws IOException, InterruptedException {
    Path script = Files.createTempFile("yardstick", ".sql");
    try {
      Files.writeString(script, statements(rowsPerCommit));
      createTables(postgres);
      OptionalDouble commits =
          first(
              PGBENCH_TPS,
              Commands.run(
                      Map.of(),
                      List.of(
                          "pgbench",
                          "--no-vacuum",
                          "--protocol=prepared",
                          "--client=" + clients,
                          "--jobs=" + Math.min(clients, 2),
                          "--time=" + seconds,
                          "--file=" + script,
                          "--host=" + postgres.host(),
                          "--port=" + postgres.port(),
                          "--username=" + postgres.user(),
                          postgres.database()))
                  .orElse(""));
      return commits.isEmpty() ? commits : OptionalDouble.of(commits.getAsDouble() * rowsPerCommit);
    } finally {
      Files.delete(script);
    }
  }

  private static String statements(int rows) {
    String source = rows == 1 ? "" : " from generate_series(1, " + rows + ")";
    return "begin;\ninsert into yardstick_tx select %s, %s%s;\ninsert into yardstick_meta(id, owner) select %s, %s%s;\nend;\n"
        .formatted(KEY, DATA, source, KEY, KEY, source);
  }

  private static void createTables(PostgresAddress postgres) throws IOException {
    try (var connection = postgres.connect();
        var statement = connection.createStatement()) {
      statement.execute(TABLES);
    } catch (SQLException e) {
      throw new IOException("cannot prepare the yardstick tables", e);
    }
  }

  private static OptionalDouble first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find()
        ? OptionalDouble.of(Double.parseDouble(matcher.group(1)))
        : OptionalDouble.empty();
  }
}
