package org.bbc1.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bbc1.client.BbcClient;
import org.bbc1.client.ClientConfig;
import org.bbc1.crypto.KeyPair;

/** The node as it is delivered, started by its script as a process of its own on free ports. */
final class PackedNode implements AutoCloseable {
  static final Path SCRIPT = Path.of("target/dist/bbc1-node/bin/bbc1-node").toAbsolutePath();

  private static final Pattern READY =
      Pattern.compile(
          "bbc1-node ready: clients (\\S+):(\\d+), http (\\S+):(\\d+), working folder (.+)");
  private static final long START_SECONDS = 120;
  private static final long STOP_SECONDS = 60;

  private final Process process;
  private final Path folder;
  private final Matcher ready;
  private final CompletableFuture<List<String>> output;
  private final HttpClient http = HttpClient.newHttpClient();

  private PackedNode(
      Process process, Path folder, Matcher ready, CompletableFuture<List<String>> output) {
    this.process = process;
    this.folder = folder;
    this.ready = ready;
    this.output = output;
  }

  /**
   * Starts a node and waits for its ready line.
   *
   * @param environment such as {@code BBC1_DB_SUBURL}
   */
  static PackedNode start(Path folder, Map<String, String> environment, String... options)
      throws Exception {
    Process process = launch(folder, environment, options);
    BufferedReader lines = process.inputReader();
    CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> readLine(lines));
    try {
      String line = first.get(START_SECONDS, TimeUnit.SECONDS);
      Matcher ready = READY.matcher(line == null ? "" : line);
      assertThat(ready.matches()).as("ready line: %s, log: %s", line, log(folder)).isTrue();
      return new PackedNode(
          process, folder, ready, CompletableFuture.supplyAsync(() -> lines.lines().toList()));
    } catch (TimeoutException | AssertionError e) {
      process.destroyForcibly().waitFor();
      throw e;
    }
  }

  /** Starts a node that is expected to fail. */
  static Process launch(Path folder, Map<String, String> environment, String... options)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString(), "-w", folder.toString()));
    List<String> given = List.of(options);
    if (!given.contains("--log")) {
      command.addAll(List.of("--log", logFile(folder).toString()));
    }
    if (!given.contains("--coreport")) {
      command.addAll(List.of("--coreport", "0"));
    }
    if (!given.contains("--http-port")) {
      command.addAll(List.of("--http-port", "0"));
    }
    command.addAll(given);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // A node of a test lives too shortly for the optimising compiler to pay off.
    builder.environment().put("JAVA_OPTS", "-XX:TieredStopAtLevel=1");
    builder.environment().putAll(environment);
    return builder.redirectError(new File(folder + ".err")).start();
  }

  static Path logFile(Path folder) {
    return Path.of(folder + ".log");
  }

  /** What the node wrote, for the message of a failed assertion. */
  static String log(Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path file : List.of(logFile(folder), Path.of(folder + ".err"))) {
      if (Files.exists(file)) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }

  Path folder() {
    return folder;
  }

  int clientPort() {
    return Integer.parseInt(ready.group(2));
  }

  int httpPort() {
    return Integer.parseInt(ready.group(4));
  }

  long pid() {
    return process.pid();
  }

  /** A client that signs administrative commands with the key of the node. */
  BbcClient administrator() throws IOException {
    KeyPair nodeKey = KeyPair.fromPem(Files.readString(folder.resolve("node_key.pem")));
    return BbcClient.connect(config().withNodeKey(nodeKey));
  }

  BbcClient client() {
    return BbcClient.connect(config());
  }

  private ClientConfig config() {
    return ClientConfig.of(ready.group(1), clientPort());
  }

  URI uri(String path) {
    return URI.create("http://" + ready.group(3) + ":" + httpPort() + path);
  }

  String token() throws IOException {
    return Files.readString(folder.resolve("api_token")).strip();
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  int readiness() {
    try {
      return get("/health/ready").statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** SIGTERM; returns the exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError("the node did not stop in " + STOP_SECONDS + " s");
    }
    return process.exitValue();
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** What was on standard output after the ready line; complete once the node has ended. */
  List<String> furtherOutput() throws Exception {
    return output.get(STOP_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws InterruptedException {
    if (process.isAlive()) {
      stop();
    }
  }

  private static String readLine(BufferedReader lines) {
    try {
      return lines.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
