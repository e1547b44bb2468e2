package org.bbc1.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./run.sh demo}, from another folder and with a temporary folder of an awkward name. */
class DemoIT {
  private static final Pattern FOLDER = Pattern.compile("working folder (.+)/node");

  @TempDir Path parent;

  @Test
  void recordsAndProvesAFileAndLeavesNothingBehind() throws Exception {
    Path temporary = Files.createDirectory(parent.resolve("a b"));
    File said = parent.resolve("said").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(Path.of("../run.sh").toAbsolutePath().normalize().toString(), "demo")
            .directory(parent.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said);
    builder.environment().put("TMPDIR", temporary.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process demo = builder.start();

    boolean ended = demo.waitFor(300, TimeUnit.SECONDS);
    if (!ended) {
      demo.descendants().forEach(ProcessHandle::destroyForcibly);
      demo.destroyForcibly().waitFor();
    }

    String text = Files.readString(said.toPath());
    assertThat(ended).as(text).isTrue();
    assertThat(demo.exitValue()).as(text).isZero();
    Matcher folder = FOLDER.matcher(text);
    assertThat(folder.find()).as(text).isTrue();
    assertThat(folder.group(1)).startsWith(temporary.toString());
    assertThat(Path.of(folder.group(1))).doesNotExist();
    assertThat(temporary).isEmptyDirectory();
    assertThat(ProcessHandle.allProcesses().flatMap(p -> p.info().commandLine().stream()))
        .noneMatch(command -> command.contains(folder.group(1)));
  }
}
