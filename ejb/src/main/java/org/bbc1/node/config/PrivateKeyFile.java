package org.bbc1.node.config;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;
import org.bbc1.crypto.KeyPair;

/**
 * A file with an unencrypted EC private key in PEM, which only its owner should be able to read.
 */
public final class PrivateKeyFile {

  private static final Logger LOG = System.getLogger("core");
  private static final int MAX_BYTES = 65_536;

  private PrivateKeyFile() {}

  /**
   * Reads the key; whoever gets it erases it after use.
   *
   * @param advice what an operator can do about a damaged file
   * @throws ConfigurationException if the file cannot be read or holds no usable key; its text
   *     tells nothing of the contents
   */
  public static KeyPair read(Path file, String advice) {
    byte[] pem = {};
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw damaged(file, advice);
      }
      warnIfOthersCanRead(file);
      pem = Files.readAllBytes(file);
      return KeyPair.fromPem(pem);
    } catch (IOException e) {
      throw new ConfigurationException(file + " cannot be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw damaged(file, advice);
    } finally {
      Arrays.fill(pem, (byte) 0);
    }
  }

  /** Without the cause, whose text might quote the file. */
  private static ConfigurationException damaged(Path file, String advice) {
    return new ConfigurationException(file + " holds no usable EC private key; " + advice);
  }

  private static void warnIfOthersCanRead(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    if (permissions.contains(PosixFilePermission.OTHERS_READ)
        || permissions.contains(PosixFilePermission.GROUP_READ)) {
      LOG.log(
          Level.WARNING, "{0} can be read by others: whoever reads it can act in its name", file);
    }
  }
}
