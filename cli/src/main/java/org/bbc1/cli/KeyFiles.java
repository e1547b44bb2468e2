package org.bbc1.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.bbc1.crypto.KeyPair;
import org.bbc1.node.config.AtomicFile;

/** Private keys in PEM files that only their owner may read. */
final class KeyFiles {

  private static final long LARGEST = 1 << 16;

  private KeyFiles() {}

  static KeyPair read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new UserErrorException(file + " is too large for a key");
      }
      return fromPem(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new UserErrorException(
          "there is no key file " + file + "; \"bbc1 key create\" makes one", e);
    } catch (IOException e) {
      throw new UserErrorException("cannot read the key file " + file + ": " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new UserErrorException(file + " holds no usable private key: " + e.getMessage(), e);
    }
  }

  private static KeyPair fromPem(byte[] pem) {
    try {
      return KeyPair.fromPem(pem);
    } finally {
      Arrays.fill(pem, (byte) 0);
    }
  }

  /** Creates the file with its permissions in one step; an existing one is never replaced. */
  static void create(Path file, KeyPair keys) {
    byte[] content = keys.privateKeyPemBytes();
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            ownerOnly(file))) {
      ByteBuffer pem = ByteBuffer.wrap(content);
      while (pem.hasRemaining()) {
        channel.write(pem);
      }
    } catch (FileAlreadyExistsException e) {
      throw new UserErrorException(file + " exists; a key is never overwritten", e);
    } catch (IOException e) {
      throw new UserErrorException("cannot write " + file + ": " + e.getMessage(), e);
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  /** Replaces the file in one step, or creates it. */
  static void replace(Path file, KeyPair keys) {
    byte[] content = keys.privateKeyPemBytes();
    try {
      AtomicFile.replace(file, content);
    } catch (IOException e) {
      throw new UserErrorException("cannot write " + file + ": " + e.getMessage(), e);
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  /** Makes the folder, and those above it, if they are missing. */
  static void createFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UserErrorException("cannot make the folder " + folder + ": " + e.getMessage(), e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NoSuchFileException(file.toString(), null, "the folder does not exist");
    }
    FileStore store = Files.getFileStore(folder);
    return store.supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
