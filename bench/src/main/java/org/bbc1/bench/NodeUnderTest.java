package org.bbc1.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A packed node started as a process of its own on free ports. */
final class NodeUnderTest implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("clients ([^:]+):(\\d+)");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private final Process process;
  private final InetSocketAddress address;
  private final double startSeconds;

  private NodeUnderTest(Process process, InetSocketAddress address, double startSeconds) {
    this.process = process;
    this.address = address;
    this.startSeconds = startSeconds;
  }

  /**
   * Starts a node and waits for its ready line.
   *
   * @param jvmOptions options of the Java machine, system properties of the node among them
   */
  static NodeUnderTest start(Path jar, Path folder, List<String> jvmOptions) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(
        List.of("-jar", jar.toString(), "--coreport", "0", "--http-port", "0", "--no_nodekey"));
    command.addAll(List.of("--workingdir", folder.toString(), "-v", "warning"));
    Path log = folder.resolve("node.log");
    long begin = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = output.readLine();
    Matcher ready = READY.matcher(line == null ? "" : line);
    if (!ready.find()) {
      process.destroy();
      throw new IOException("the node did not start: " + Files.readString(log));
    }
    return new NodeUnderTest(
        process,
        new InetSocketAddress(ready.group(1), Integer.parseInt(ready.group(2))),
        (System.nanoTime() - begin) / 1e9);
  }

  InetSocketAddress address() {
    return address;
  }

  /** From the start of the process to its ready line. */
  double startSeconds() {
    return startSeconds;
  }

  /** Resident memory in MiB; 0 where the system does not tell. */
  long residentMebibytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    Matcher matcher = RESIDENT.matcher(Files.readString(status));
    return matcher.find() ? Long.parseLong(matcher.group(1)) / 1024 : 0;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
