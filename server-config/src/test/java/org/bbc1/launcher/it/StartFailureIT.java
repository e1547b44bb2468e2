package org.bbc1.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node that cannot start says why in one line, with its exit code, and leaves nothing running.
 */
class StartFailureIT {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @TempDir Path parent;

  @Test
  void takenClientPort() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
      assertFailure(
          start(Map.of(), "--coreport", String.valueOf(taken.getLocalPort())),
          4,
          "client port 127.0.0.1:" + taken.getLocalPort());
    }
  }

  @Test
  void takenHttpPort() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
      assertFailure(
          start(Map.of(), "--http-port", String.valueOf(taken.getLocalPort())),
          4,
          "HTTP port 127.0.0.1:" + taken.getLocalPort());
    }
  }

  @Test
  void wrongOption() throws Exception {
    assertFailure(start(Map.of(), "--corepot", "1"), 2, "--corepot");
  }

  @Test
  void logFileThatCannotBeWritten() throws Exception {
    assertFailure(start(Map.of(), "--log", "/proc/nothing/log"), 3, "log file");
  }

  @Test
  void configurationThatIsNoJson() throws Exception {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("config.json"), "{\n  \"client\": \n}");

    assertFailure(start(Map.of()), 3, "config.json line 3");
  }

  @Test
  void damagedNodeKey() throws Exception {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("node_key.pem"), "not a key");

    assertFailure(start(Map.of()), 3, "node_key.pem");
  }

  @Test
  void databaseThatCannotBeReached() throws Exception {
    int unused;
    try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
      unused = socket.getLocalPort();
    }

    assertFailure(
        start(
            Map.of(
                "BBC1_DB_SUBURL", "postgresql://127.0.0.1:" + unused + "/bbc1",
                "BBC1_DB_USER", "bbc1",
                "BBC1_DB_PASSWORD", "test-password-not-to-be-shown")),
        5,
        "database");
    assertThat(PackedNode.log(folder())).doesNotContain("test-password-not-to-be-shown");
  }

  private Process start(Map<String, String> environment, String... options) throws IOException {
    return PackedNode.launch(folder(), environment, options);
  }

  private Path folder() {
    return parent.resolve("node");
  }

  private void assertFailure(Process process, int exitCode, String text) throws Exception {
    boolean ended = process.waitFor(90, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    assertThat(ended).as("ended by itself").isTrue();
    String errors = Files.readString(Path.of(folder() + ".err"));
    assertThat(process.exitValue()).as(PackedNode.log(folder())).isEqualTo(exitCode);
    assertThat(errors.lines().filter(line -> line.startsWith("bbc1-node: ")))
        .singleElement()
        .asString()
        .contains(text);
    assertThat(process.getInputStream().readAllBytes()).isEmpty();
  }
}
