package org.bbc1.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
  @TempDir Path folder;

  @Test
  void firstStartMakesATokenThatOnlyTheOwnerCanRead() throws Exception {
    String token = file().read();

    assertThat(token).hasSize(43);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().path())))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file().path());
    }
  }

  @Test
  void laterStartsKeepIt() throws Exception {
    String token = file().read();

    assertThat(file().read()).isEqualTo(token);
  }

  @Test
  void twoFoldersGetDifferentTokens() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));

    assertThat(new TokenFile(other, new SecureRandom()).read()).isNotEqualTo(file().read());
  }

  @Test
  void emptyOrShortFileIsNotTakenForAToken() throws Exception {
    Files.writeString(file().path(), "\n");
    assertThatThrownBy(() -> file().read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged");

    Files.writeString(file().path(), "guess\n");
    assertThatThrownBy(() -> file().read()).isInstanceOf(IOException.class);
  }

  private TokenFile file() {
    return new TokenFile(folder, new SecureRandom());
  }
}
