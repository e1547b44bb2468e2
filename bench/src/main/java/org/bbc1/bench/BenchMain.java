package org.bbc1.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.bbc1.client.BbcClient;
import org.bbc1.client.ClientConfig;
import org.bbc1.crypto.Curve;
import org.bbc1.id.TransactionId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts a database and a node, runs the series with its yardsticks and prints a table in Markdown.
 *
 * <pre>java -jar bench.jar --node server-config/target/bbc1-node.jar --database postgresql</pre>
 *
 * <p>With {@code --library} it measures the transaction library instead, on one thread.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures a packed node, or the library, beside its yardsticks and prints a Markdown table.")
public final class BenchMain implements Callable<Integer> {

  private enum Database {
    h2,
    postgresql
  }

  /** What is measured: exactly one of them. */
  private static final class Subject {

    @Option(names = "--node", required = true, description = "the one-jar node")
    private @Nullable Path node;

    @Option(names = "--library", required = true, description = "the library, on one thread")
    private boolean library;
  }

  @ArgGroup(multiplicity = "1")
  private Subject subject = new Subject();

  @Option(names = "--database", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}")
  private Database database = Database.postgresql;

  @Option(names = "--seconds", description = "length of each run, s; default ${DEFAULT-VALUE}")
  private double seconds = 10;

  @Option(
      names = "--prepared",
      description = "transactions prepared per second of an insert run; default ${DEFAULT-VALUE}")
  private int prepared = 12_000;

  @Option(
      names = "--connections",
      split = ",",
      description = "numbers of connections; default ${DEFAULT-VALUE}")
  private List<Integer> connections = new ArrayList<>(List.of(1, 4, 16, 64));

  @Option(
      names = "--jvm",
      description = "option of the node's Java machine, may be repeated; default ${DEFAULT-VALUE}")
  private List<String> jvmOptions =
      new ArrayList<>(List.of("-Xms128m", "-Xmx512m", "-XX:+UseSerialGC"));

  private final PrintStream out = System.out;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new BenchMain()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (subject.node == null) {
      new LibrarySeries(out, seconds).run();
      return 0;
    }
    measureNode(subject.node);
    return 0;
  }

  private void measureNode(Path node) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("bbc1-bench");
    try {
      if (database == Database.postgresql) {
        withPostgres(node, folder);
      } else {
        measure(node, folder, List.of());
      }
    } finally {
      deleteTree(folder);
    }
  }

  private void withPostgres(Path node, Path folder) throws IOException, InterruptedException {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start()) {
      PostgresAddress address =
          new PostgresAddress("127.0.0.1", server.getPort(), "postgres", "postgres");
      out.println("| yardstick | figure |\n|---|---|");
      for (int clients : List.of(1, 4, 16)) {
        line(
            "PostgreSQL single commits/s, " + clients + " clients",
            Yardsticks.postgresCommits(address, clients, 1, (int) seconds));
      }
      line(
          "PostgreSQL tx/s, 100 per commit, 16 clients",
          Yardsticks.postgresCommits(address, 16, 100, (int) seconds));
      PostgresAddress ledger = address.createDatabase("bbc1");
      measure(
          node,
          folder,
          List.of(
              "-Dbbc1.db.class=org.postgresql.ds.PGSimpleDataSource",
              "-Dbbc1.db.suburl=" + ledger.jdbcSuburl(),
              "-Dbbc1.db.user=" + ledger.user(),
              "-Dbbc1.db.password=unused"));
    }
  }

  private void measure(Path node, Path folder, List<String> settings)
      throws IOException, InterruptedException {
    line("openssl P-256 verify/s and core", Yardsticks.opensslVerify(3));
    List<String> options = new ArrayList<>(jvmOptions);
    options.addAll(settings);
    try (NodeUnderTest started = NodeUnderTest.start(node, folder, options)) {
      out.println();
      out.printf(
          Locale.ROOT,
          "start to ready %.1f s, resident memory idle %d MiB%n%n",
          started.startSeconds(),
          started.residentMebibytes());
      setUpDomain(started.address());
      out.println("| what | connections | /s | p50 ms | p99 ms |\n|---|---|---|---|---|");
      series(started.address());
      out.printf(
          Locale.ROOT, "%nresident memory after the series %d MiB%n", started.residentMebibytes());
    }
  }

  private void series(InetSocketAddress address) throws IOException {
    Series series = new Series(address, seconds, prepared);
    List<TransactionId> ids = series.fill(10_000);
    for (int count : connections) {
      row("insert P-256", count, series.insert(Curve.P256, count));
    }
    for (int count : connections) {
      row("insert secp256k1", count, series.insert(Curve.SECP256K1, count));
    }
    for (int count : connections) {
      row("search by id", count, series.search(count, ids));
    }
    for (int count : connections) {
      row("conditions, count 10", count, series.conditions(count));
    }
    List<TransactionId> chain = series.chain();
    for (int count : connections) {
      row("traverse 10 hops", count, series.traverse(count, chain));
    }
  }

  private void row(String what, int count, LoadResult result) {
    out.printf(
        Locale.ROOT,
        "| %s%s | %d | %.0f | %.2f | %.2f |%n",
        what,
        result.refused() > 0 ? " (" + result.refused() + " refused)" : "",
        count,
        result.perSecond(),
        result.p50Millis(),
        result.p99Millis());
  }

  private void line(String what, OptionalDouble figure) {
    out.printf(
        Locale.ROOT,
        "| %s | %s |%n",
        what,
        figure.isPresent()
            ? String.format(Locale.ROOT, "%.0f", figure.getAsDouble())
            : "not measured (program not installed)");
  }

  private static void setUpDomain(InetSocketAddress address) {
    try (BbcClient client =
        BbcClient.connect(ClientConfig.of(address.getHostString(), address.getPort()))) {
      client.setUpDomain(Workload.DOMAIN);
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
