package org.bbc1.node.command;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.crypto.PublicKey;
import org.bbc1.message.AdminSignature;
import org.bbc1.node.config.AtomicFile;
import org.bbc1.node.config.ConfigurationException;
import org.bbc1.node.config.PrivateKeyFile;

/**
 * The node key: whoever holds a copy of {@value #FILE_NAME} may give admin commands (spec
 * client-protocol 9.2). The node itself verifies with it and signs its tree heads now and then, so
 * the private part stays in the file and is erased from memory after each use.
 */
public final class NodeKey {

  /** Name of the file in the working folder, an unencrypted EC private key in PEM. */
  public static final String FILE_NAME = "node_key.pem";

  private static final Logger LOG = System.getLogger("core");

  private final PublicKey publicKey;

  private NodeKey(PublicKey publicKey) {
    this.publicKey = publicKey;
  }

  /**
   * Reads the key of a working folder; makes one on P-256, readable by the owner only, if there is
   * none.
   *
   * @throws ConfigurationException if the file is there and cannot be used, or none can be written
   */
  public static NodeKey loadOrCreate(Path workingDirectory) {
    Path file = workingDirectory.resolve(FILE_NAME);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return read(file);
    }
    KeyPair created = KeyPair.generate(Curve.P256);
    byte[] pem = created.privateKeyPemBytes();
    try {
      AtomicFile.create(file, pem);
      LOG.log(Level.INFO, "made a new node key: {0}", file);
      return new NodeKey(created.publicPart());
    } catch (FileAlreadyExistsException e) {
      return read(file);
    } catch (IOException e) {
      throw new ConfigurationException(file + " cannot be written: " + e.getMessage(), e);
    } finally {
      Arrays.fill(pem, (byte) 0);
      created.destroy();
    }
  }

  private static NodeKey read(Path file) {
    try (KeyPair keys = readPair(file)) {
      return new NodeKey(keys.publicPart());
    }
  }

  private static KeyPair readPair(Path file) {
    return PrivateKeyFile.read(
        file, "restore it from a copy, or delete it to get a new one at the next start");
  }

  /**
   * Does something that needs the private part, which is read from the file and erased afterwards.
   * Makes a key first if there is none, be one in force or not.
   *
   * @throws ConfigurationException as {@link #loadOrCreate}
   */
  public static <T> T sign(Path workingDirectory, Function<KeyPair, T> work) {
    loadOrCreate(workingDirectory);
    try (KeyPair keys = readPair(workingDirectory.resolve(FILE_NAME))) {
      return work.apply(keys);
    }
  }

  /**
   * Whether the signature is exactly 64 bytes r and s, and the node key's over the SHA-256 of the
   * document.
   */
  boolean verifies(byte[] document, byte[] signature) {
    return AdminSignature.verify(document, signature, publicKey);
  }

  @Override
  public String toString() {
    return "NodeKey on " + publicKey.curve();
  }
}
