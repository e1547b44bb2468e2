package org.bbc1.launcher.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of the {@code bbc1} command as it is delivered, as a process of its own.
 *
 * @param exitCode its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record PackedCommand(int exitCode, String out, String err) {
  private static final Path JAR = Path.of("../cli/target/bbc1.jar").toAbsolutePath();

  /**
   * Runs the command to its end.
   *
   * @param folder in which it runs; takes what it writes for as long
   */
  static PackedCommand run(Path folder, Object... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Path out = Files.createTempFile(folder, "bbc1", ".out");
    Path err = Files.createTempFile(folder, "bbc1", ".err");
    int exitCode =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    PackedCommand run = new PackedCommand(exitCode, Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return run;
  }
}
