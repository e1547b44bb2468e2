package org.bbc1.launcher;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The working folder, held by one node at a time.
 *
 * <p>The file {@code bbc1.pid} carries a lock of the operating system as long as the node lives, so
 * a killed node leaves nothing that would stop the next one. It is emptied but never deleted:
 * deleting a locked file would let two nodes hold "the" lock.
 */
final class WorkingFolder implements AutoCloseable {
  private static final String PID_FILE = "bbc1.pid";
  private static final String RUNTIME = ".runtime";

  private final Path path;
  private final FileChannel pidFile;

  private WorkingFolder(Path path, FileChannel pidFile) {
    this.path = path;
    this.pidFile = pidFile;
  }

  /** Makes the folder if it is missing, and takes it for this process. */
  static WorkingFolder open(Path folder) throws StartFailure {
    Path path = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      FileChannel channel = openPidFile(path);
      if (tryLock(channel) == null) {
        channel.close();
        throw new StartFailure(
            ExitCode.WORKING_FOLDER,
            "the working folder "
                + path
                + " is in use by another node"
                + describe(runningNode(path)));
      }
      WorkingFolder taken = new WorkingFolder(path, channel);
      taken.writePid();
      FileTree.delete(taken.runtime());
      return taken;
    } catch (IOException | UnsupportedOperationException e) {
      throw new StartFailure(
          ExitCode.WORKING_FOLDER, "the working folder " + path + " cannot be used: " + e);
    }
  }

  /** Process id of the node that holds this folder now; empty if none does. */
  static OptionalLong runningNode(Path folder) throws IOException {
    Path file = folder.resolve(PID_FILE);
    if (!Files.exists(file)) {
      return OptionalLong.empty();
    }
    try (FileChannel channel = openPidFile(folder);
        FileLock lock = tryLock(channel)) {
      if (lock != null) {
        return OptionalLong.empty();
      }
    }
    String text = Files.readString(file, US_ASCII).strip();
    return text.matches("[1-9][0-9]{0,17}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  Path path() {
    return path;
  }

  /** Where the server unpacks itself; emptied at every start. */
  Path runtime() {
    return path.resolve(RUNTIME);
  }

  /** Gives the folder back; the server must have stopped. */
  @Override
  public void close() throws IOException {
    FileTree.delete(runtime());
    pidFile.truncate(0);
    pidFile.close();
  }

  private void writePid() throws IOException {
    pidFile.truncate(0);
    pidFile.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(US_ASCII)), 0);
    pidFile.force(true);
  }

  private static FileChannel openPidFile(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolve(PID_FILE),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (java.nio.channels.OverlappingFileLockException e) {
      return null;
    }
  }

  private static String describe(OptionalLong pid) {
    return pid.isPresent() ? " (process " + pid.getAsLong() + ")" : "";
  }
}
