package org.bbc1.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingFolderTest {
  @TempDir Path parent;

  @Test
  void isMadeWithAllLevelsForTheOwnerOnly() throws Exception {
    try (WorkingFolder folder = WorkingFolder.open(parent.resolve("a/b c"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
          .isEqualTo("rwx------");
      assertThat(folder.path().resolve("bbc1.pid"))
          .hasContent(Long.toString(ProcessHandle.current().pid()));
    }
  }

  @Test
  void secondNodeIsTurnedAwayWhileTheFirstHoldsIt() throws Exception {
    try (WorkingFolder first = WorkingFolder.open(parent)) {
      assertThatThrownBy(() -> WorkingFolder.open(parent))
          .isInstanceOfSatisfying(
              StartFailure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.WORKING_FOLDER))
          .hasMessageContaining("in use by another node");
      assertThat(first.path()).isEqualTo(parent);
    }
    WorkingFolder.open(parent).close();
  }

  @Test
  void whatAKilledNodeLeftBehindIsRemoved() throws Exception {
    Path leftover = parent.resolve(".runtime/server/applications/bbc1/WEB-INF/web.xml");
    Files.createDirectories(leftover.getParent());
    Files.writeString(leftover, "old");
    Files.writeString(parent.resolve("bbc1.pid"), "123\n");

    try (WorkingFolder folder = WorkingFolder.open(parent)) {
      assertThat(folder.runtime()).doesNotExist();
    }
    assertThat(WorkingFolder.runningNode(parent)).isEmpty();
  }

  @Test
  void linksOutOfTheRuntimeFolderAreNotFollowed() throws Exception {
    Path precious = Files.writeString(parent.resolve("precious"), "x");
    Files.createDirectories(parent.resolve("node/.runtime"));
    Files.createSymbolicLink(parent.resolve("node/.runtime/link"), parent);

    WorkingFolder.open(parent.resolve("node")).close();

    assertThat(precious).exists();
  }

  @Test
  void aFileInItsPlaceIsRefused() throws Exception {
    Path file = Files.writeString(parent.resolve("file"), "x");

    assertThatThrownBy(() -> WorkingFolder.open(file)).isInstanceOf(StartFailure.class);
  }
}
