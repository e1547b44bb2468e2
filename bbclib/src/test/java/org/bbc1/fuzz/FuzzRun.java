package org.bbc1.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One target in its own JVM, since the fuzzer takes one per process. Its folder keeps the log, the
 * corpus for the next run, and the input of a finding.
 */
final class FuzzRun implements Callable<FuzzRun.Outcome> {

  private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");
  private static final Pattern PROGRESS = Pattern.compile("(?m)^#(\\d+)\t");
  private static final Pattern FINDING = Pattern.compile("(crash|timeout|oom|slow-unit|leak)-.*");

  private final String target;
  private final long seconds;
  private final Path directory;

  FuzzRun(String target, long seconds, Path directory) {
    this.target = target;
    this.seconds = seconds;
    this.directory = directory;
  }

  /** What a run has found. */
  record Outcome(String target, long executions, long seconds, int findings) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-24s %,14d executions %6d s %3d findings",
          target,
          executions,
          seconds,
          findings);
    }
  }

  @Override
  public Outcome call() throws IOException, InterruptedException {
    Path corpus = Files.createDirectories(directory.resolve("corpus"));
    for (Path old : findingFiles()) {
      Files.delete(old);
    }
    Path log = directory.resolve("log.txt");
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command(corpus))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Thread killer = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(killer);
    try {
      int status = process.waitFor();
      Outcome outcome =
          outcome(Files.readString(log), status, (System.nanoTime() - start) / 1_000_000_000L);
      System.out.println(outcome + (outcome.findings() == 0 ? "" : ", see " + directory));
      return outcome;
    } finally {
      process.destroyForcibly();
      Runtime.getRuntime().removeShutdownHook(killer);
    }
  }

  private List<String> command(Path corpus) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1g",
        "-Xss1m",
        "-XX:+UseSerialGC",
        "-Dbbc1.vectors=" + System.getProperty("bbc1.vectors", ""),
        "-cp",
        System.getProperty("java.class.path"),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + FuzzCampaign.className(target),
        "--instrumentation_includes=org.bbc1.**",
        "-max_total_time=" + seconds,
        "-max_len=8192",
        "-timeout=20",
        "-print_final_stats=1",
        corpus.toString());
  }

  private Outcome outcome(String log, int status, long measured) throws IOException {
    int files = findingFiles().size();
    int findings = status == 0 ? files : Math.max(1, files);
    Matcher done = DONE.matcher(log);
    if (done.find()) {
      return new Outcome(
          target, Long.parseLong(done.group(1)), Long.parseLong(done.group(2)), findings);
    }
    Matcher progress = PROGRESS.matcher(log);
    long executions = 0;
    while (progress.find()) {
      executions = Long.parseLong(progress.group(1));
    }
    return new Outcome(target, executions, measured, Math.max(1, findings));
  }

  private List<Path> findingFiles() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> FINDING.matcher(file.getFileName().toString()).matches())
          .toList();
    }
  }
}
