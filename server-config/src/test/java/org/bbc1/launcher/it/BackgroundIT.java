package org.bbc1.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -d}, {@code -k} and two nodes that want the same working folder. */
class BackgroundIT {
  @TempDir Path parent;

  @Test
  void nodeInTheBackgroundHoldsItsFolderUntilItIsToldToStop() throws Exception {
    Path folder = parent.resolve("node");
    Process daemon = PackedNode.launch(folder, Map.of(), "-d");
    assertThat(daemon.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(daemon.exitValue()).as(PackedNode.log(folder)).isZero();
    assertThat(output(daemon)).startsWith("bbc1-node ready: ");
    ProcessHandle node =
        ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("bbc1.pid")).strip()))
            .orElseThrow();
    try {
      assertThat(node.isAlive()).isTrue();

      Process second = PackedNode.launch(folder, Map.of());
      assertThat(second.waitFor()).isEqualTo(3);
      assertThat(Path.of(folder + ".err")).content().contains("in use by another node");
      assertThat(node.isAlive()).isTrue();

      Process kill = PackedNode.launch(folder, Map.of(), "-k");
      assertThat(kill.waitFor()).isZero();
      assertThat(output(kill)).startsWith("bbc1-node stopped: process " + node.pid());
      assertThat(node.isAlive()).isFalse();

      assertThat(PackedNode.launch(folder, Map.of(), "-k").waitFor()).isEqualTo(1);
    } finally {
      node.destroyForcibly();
    }
  }

  private static String output(Process process) throws Exception {
    return new String(process.getInputStream().readAllBytes());
  }
}
