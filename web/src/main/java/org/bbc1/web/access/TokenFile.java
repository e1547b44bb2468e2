package org.bbc1.web.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.bbc1.node.config.AtomicFile;

/**
 * The file {@code api_token}: one line with the bearer token, readable by its owner only, made at
 * the first start.
 */
final class TokenFile {
  private static final String NAME = "api_token";
  private static final int RANDOM_BYTES = 32;
  private static final int SHORTEST = 32;
  private static final int LONGEST = 512;

  private final Path file;
  private final SecureRandom random;

  TokenFile(Path workingFolder, SecureRandom random) {
    this.file = workingFolder.resolve(NAME);
    this.random = random;
  }

  Path path() {
    return file;
  }

  /**
   * The token, made now if there is none.
   *
   * @throws IOException if the file cannot be read or made, or holds no token
   */
  String read() throws IOException {
    if (Files.notExists(file)) {
      try {
        AtomicFile.create(file, (newToken() + "\n").getBytes(US_ASCII));
      } catch (FileAlreadyExistsException e) {
        // another start was quicker; its token counts
      }
    }
    if (Files.size(file) > LONGEST) {
      throw new IOException(file + " is no token file");
    }
    String token = Files.readString(file, US_ASCII).strip();
    if (token.length() < SHORTEST || !token.chars().allMatch(c -> c > ' ' && c <= '~')) {
      throw new IOException(
          file
              + " is damaged: a token has at least 32 printable characters; remove it for a new one");
    }
    return token;
  }

  private String newToken() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
