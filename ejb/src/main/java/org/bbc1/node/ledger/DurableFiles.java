package org.bbc1.node.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that belong to the owner alone and survive a loss of power. */
final class DurableFiles {

  private DurableFiles() {}

  /** Makes a folder and the missing ones above it. */
  static void createDirectories(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.getParent();
    if (parent != null) {
      createDirectories(parent);
    }
    try {
      Files.createDirectory(folder, permissions(folder, "rwx------"));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
      return;
    }
    if (parent != null) {
      syncDirectory(parent);
    }
  }

  /**
   * Writes a new file and waits for the disk; a file that could not be written as a whole is
   * removed.
   */
  static void write(Path path, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            path,
            Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
            permissions(path, "rw-------"))) {
      ByteBuffer remaining = ByteBuffer.wrap(content);
      while (remaining.hasRemaining()) {
        channel.write(remaining);
      }
      channel.force(true);
    } catch (IOException e) {
      deleteAfter(e, path);
      throw e;
    }
  }

  /** As {@link #write}, with the content of another file. */
  static void copy(Path original, Path path) throws IOException {
    try (FileChannel in = FileChannel.open(original, StandardOpenOption.READ);
        FileChannel out =
            FileChannel.open(
                path,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                permissions(path, "rw-------"))) {
      long size = in.size();
      for (long done = 0; done < size; ) {
        done += in.transferTo(done, size - done, out);
      }
      out.force(true);
    } catch (IOException e) {
      deleteAfter(e, path);
      throw e;
    }
  }

  private static void deleteAfter(IOException cause, Path path) {
    if (cause instanceof FileAlreadyExistsException) {
      return;
    }
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /** Makes the entries of a folder durable. Only POSIX systems need and allow it. */
  static void syncDirectory(Path folder) throws IOException {
    if (isPosix(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static FileAttribute<?>[] permissions(Path path, String symbols) {
    return isPosix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(symbols))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
