package org.bbc1.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Fuzzes every target for a given time, each in a JVM of its own, and prints one line per target.
 * Ends with status 1 if there was a finding. System properties: {@code fuzz.seconds} per target,
 * {@code fuzz.parallel} targets at the same time, {@code fuzz.target} names without {@code
 * FuzzTest}, separated by commas (empty: all), {@code fuzz.directory} for logs, corpora and
 * findings.
 */
public final class FuzzCampaign {

  private static final String SUFFIX = "FuzzTest";

  private FuzzCampaign() {}

  /** Runs the campaign; no arguments. */
  public static void main(String[] arguments) throws Exception {
    List<String> targets = chosen(targets(), System.getProperty("fuzz.target", ""));
    long seconds = Long.getLong("fuzz.seconds", 60);
    Path directory = Path.of(System.getProperty("fuzz.directory", "target/fuzz")).toAbsolutePath();
    int findings = 0;
    for (FuzzRun.Outcome outcome : run(targets, seconds, directory)) {
      findings += outcome.findings();
    }
    System.out.println(targets.size() + " targets, " + findings + " findings");
    System.exit(findings == 0 ? 0 : 1);
  }

  private static List<FuzzRun.Outcome> run(List<String> targets, long seconds, Path directory)
      throws InterruptedException, ExecutionException {
    ExecutorService executor = Executors.newFixedThreadPool(Integer.getInteger("fuzz.parallel", 1));
    try {
      List<Future<FuzzRun.Outcome>> runs = new ArrayList<>();
      for (String target : targets) {
        FuzzRun run = new FuzzRun(target, seconds, directory.resolve(target));
        runs.add(executor.submit(run));
      }
      List<FuzzRun.Outcome> outcomes = new ArrayList<>();
      for (Future<FuzzRun.Outcome> run : runs) {
        outcomes.add(run.get());
      }
      return outcomes;
    } finally {
      executor.shutdownNow();
    }
  }

  /** Names of the targets, from the classes beside this one. */
  static List<String> targets() {
    try (Stream<Path> classes = Files.list(folderOfClasses())) {
      return classes
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX + ".class"))
          .map(name -> name.substring(0, name.length() - (SUFFIX + ".class").length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folderOfClasses() {
    try {
      Path root =
          Path.of(FuzzCampaign.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return root.resolve(FuzzCampaign.class.getPackageName().replace('.', '/'));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> chosen(List<String> targets, String names) {
    if (names.isBlank()) {
      return targets;
    }
    Set<String> wanted = Set.copyOf(Arrays.asList(names.trim().split("\\s*,\\s*")));
    if (!targets.containsAll(wanted)) {
      throw new IllegalArgumentException("targets are " + targets + ", wanted: " + wanted);
    }
    return targets.stream().filter(wanted::contains).toList();
  }

  static String className(String target) {
    return FuzzCampaign.class.getPackageName() + "." + target + SUFFIX;
  }
}
