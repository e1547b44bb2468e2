package org.bbc1.launcher;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts a node in the background, and stops one that runs there. */
final class Background {
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final String LOG_FILE = "bbc1-node.log";
  private static final long STOP_SECONDS = 60;

  private final PrintStream out;

  Background(PrintStream out) {
    this.out = out;
  }

  /**
   * Starts the same command without {@code -d} and returns when that node is ready or has failed.
   */
  ExitCode start(Path folder, NodeOptions options, List<String> arguments)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    File log =
        (options.log.equals(NodeLogHandler.CONSOLE)
                ? folder.resolve(LOG_FILE)
                : Path.of(options.log))
            .toFile();
    Process node =
        new ProcessBuilder(command(arguments))
            .redirectInput(new File("/dev/null"))
            .redirectError(ProcessBuilder.Redirect.appendTo(log))
            .start();
    try (BufferedReader output = node.inputReader()) {
      String ready = output.readLine();
      if (ready != null) {
        out.println(ready);
        return ExitCode.OK;
      }
    }
    int code = node.waitFor();
    System.err.println("bbc1-node: the node did not start, see " + log);
    return exitCode(code);
  }

  /** Ends the node of the folder as SIGTERM does and waits until it is gone. */
  ExitCode stop(Path folder) throws IOException, InterruptedException {
    OptionalLong pid = WorkingFolder.runningNode(folder);
    if (pid.isEmpty()) {
      System.err.println("bbc1-node: no node runs in " + folder);
      return ExitCode.START_FAILED;
    }
    CompletableFuture<ProcessHandle> ended =
        ProcessHandle.of(pid.getAsLong())
            .map(
                node -> {
                  node.destroy();
                  return node.onExit();
                })
            .orElseGet(() -> CompletableFuture.completedFuture(null));
    try {
      ended.get(STOP_SECONDS, TimeUnit.SECONDS);
      out.println("bbc1-node stopped: process " + pid.getAsLong());
      return ExitCode.OK;
    } catch (TimeoutException | ExecutionException e) {
      System.err.println(
          "bbc1-node: process " + pid.getAsLong() + " did not stop in " + STOP_SECONDS + " s");
      return ExitCode.START_FAILED;
    }
  }

  private static List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      // A session of its own: neither Ctrl-C nor the closing of this terminal reaches the node.
      command.add(SETSID.toString());
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-jar"); // only then are the Add-Opens of the manifest applied
    command.add(System.getProperty("java.class.path"));
    arguments.stream()
        .filter(argument -> !argument.equals("-d") && !argument.equals("--daemon"))
        .forEach(command::add);
    return command;
  }

  private static ExitCode exitCode(int code) {
    for (ExitCode known : ExitCode.values()) {
      if (known.code() == code && known != ExitCode.OK) {
        return known;
      }
    }
    return ExitCode.START_FAILED;
  }
}
