package org.bbc1.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour of the {@code bbc1} command in the README, run as it stands there. */
class CommandTourIT {
  private static final Path SCRIPTS = Path.of("../cli/src/main/scripts").toAbsolutePath();
  private static final Pattern TOUR =
      Pattern.compile(
          "^## A tour of the `bbc1` command$.*?^```sh$(.*?)^```$",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final long SECONDS = 240;

  @TempDir Path folder;

  @Test
  void everyCommandOfTheTourSucceeds() throws Exception {
    try (PackedNode node = PackedNode.start(folder.resolve(".bbc1"), Map.of())) {
      File said = folder.resolve("said").toFile();
      Process shell = shell(node, said);

      boolean ended = shell.waitFor(SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly().waitFor();
      }

      String text = Files.readString(said.toPath());
      assertThat(ended).as(text).isTrue();
      assertThat(shell.exitValue()).as(text).isZero();
      assertThat(text)
          .contains("Recorded contract.txt", "contract.txt is valid", "bobs.txt is valid")
          .contains("Handed contract.txt over to bob", "Got contract.txt from alice")
          .contains("insert_count", "*myself*");
    }
  }

  private Process shell(PackedNode node, File said) throws Exception {
    Matcher tour = TOUR.matcher(Files.readString(Path.of("../README.md")));
    assertThat(tour.find()).isTrue();
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-eu", "-x", "-c", tour.group(1))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said);
    builder.environment().put("PATH", SCRIPTS + File.pathSeparator + System.getenv("PATH"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("BBC1_PORT", Integer.toString(node.clientPort()));
    return builder.start();
  }
}
