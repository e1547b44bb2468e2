package org.bbc1.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.SignatureEngines;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link LibraryBenchmark} beside its yardstick and prints a table in Markdown. */
final class LibrarySeries {

  /** Methods of the benchmark in the order of the table, with their names there. */
  private static final String[][] ROWS = {
    {"buildAndSign", "build and sign"},
    {"serialize", "serialize (the bytes are kept)"},
    {"packAndDigest", "digest (packed anew)"},
    {"deserialize", "deserialize (with digest)"},
    {"verify", "verify"},
    {"deserializeAndValidate", "deserialize and validate"}
  };

  private static final int MEASUREMENTS = 5;

  private final PrintStream out;
  private final double seconds;

  /**
   * @param seconds length of one measurement; there are five, after three to warm up
   */
  LibrarySeries(PrintStream out, double seconds) {
    this.out = out;
    this.seconds = seconds;
  }

  void run() throws IOException, InterruptedException {
    OptionalDouble before = Yardsticks.opensslVerify(3);
    Map<String, Double> figures = figures();
    OptionalDouble after = Yardsticks.opensslVerify(3);
    out.println("engines: " + SignatureEngines.fastest().name());
    out.println();
    out.println("| per second, one thread | P-256 | secp256k1 |\n|---|---|---|");
    yardstick("openssl P-256 verify, before", before);
    yardstick("openssl P-256 verify, after", after);
    for (String[] row : ROWS) {
      out.printf(
          Locale.ROOT,
          "| %s | %.0f | %.0f |%n",
          row[1],
          figures.get(row[0] + Curve.P256),
          figures.get(row[0] + Curve.SECP256K1));
    }
  }

  private void yardstick(String what, OptionalDouble figure) {
    if (figure.isPresent()) {
      out.printf(Locale.ROOT, "| %s | %.0f | |%n", what, figure.getAsDouble());
    }
  }

  private Map<String, Double> figures() throws IOException {
    Map<String, Double> figures = new TreeMap<>();
    for (RunResult run : results()) {
      String method = run.getParams().getBenchmark().replaceFirst(".*\\.", "");
      Result<?> result = run.getPrimaryResult();
      figures.put(method + run.getParams().getParam("curve"), result.getScore());
    }
    return figures;
  }

  private Collection<RunResult> results() throws IOException {
    TimeValue time = TimeValue.milliseconds(Math.round(seconds * 1000));
    Options options =
        new OptionsBuilder()
            .include(LibraryBenchmark.class.getSimpleName())
            .forks(1)
            .warmupIterations(3)
            .warmupTime(time)
            .measurementIterations(MEASUREMENTS)
            .measurementTime(time)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    try {
      return new Runner(options).run();
    } catch (RunnerException e) {
      throw new IOException("a benchmark failed", e);
    }
  }
}
