package org.bbc1.cli.config;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a node from starting in a working folder, or tells that one runs there: a node locks its
 * {@code bbc1.pid} as long as it lives, and never deletes it.
 */
public final class WorkingFolderLock implements AutoCloseable {

  private static final String PID_FILE = "bbc1.pid";

  private final @Nullable FileChannel channel;
  private final boolean taken;

  private WorkingFolderLock(@Nullable FileChannel channel, boolean taken) {
    this.channel = channel;
    this.taken = taken;
  }

  /**
   * Takes the lock if it is free; a folder in which no node ever ran needs none.
   *
   * @throws IOException if the file cannot be opened
   */
  public static WorkingFolderLock tryTake(Path folder) throws IOException {
    Path file = folder.resolve(PID_FILE);
    if (!Files.exists(file)) {
      return new WorkingFolderLock(null, true);
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    return new WorkingFolderLock(channel, isLocked(channel));
  }

  /**
   * Takes the lock if it is free, also in a folder in which no node ever ran; a missing folder is
   * made, for the owner alone.
   *
   * @throws IOException if the folder or the file cannot be made or opened
   */
  public static WorkingFolderLock tryTakeOrMake(Path folder) throws IOException {
    Files.createDirectories(folder, ownerOnly(folder));
    FileChannel channel =
        FileChannel.open(
            folder.resolve(PID_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return new WorkingFolderLock(channel, isLocked(channel));
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Whether no node runs in the folder, and none can start until this is closed. */
  public boolean isTaken() {
    return taken;
  }

  /** Closing the channel gives the lock back. */
  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldInThisProcess) {
      return false;
    }
  }
}
