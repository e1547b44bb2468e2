package org.bbc1.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs other programs and takes their output. */
final class Commands {

  private Commands() {}

  /** Whether a program of that name is on the search path. */
  static boolean present(String program) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The standard output of a command, or nothing when the program is not installed.
   *
   * @throws IOException if it ends with another status than 0
   */
  static Optional<String> run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    if (!present(command.get(0))) {
      return Optional.empty();
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException(command.get(0) + " ended with " + status + ": " + output);
    }
    return Optional.of(output);
  }
}
