package org.bbc1.node.command;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.bbc1.message.AdminSignature;
import org.bbc1.node.config.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the digests of signed documents that were accepted, over restarts of the node; when
 * full, the oldest is forgotten. Only the holder of the node key can add to it, so nobody else can
 * make it forget. Thread-safe.
 */
public final class ReplayMemory {

  /** Name of its file in the working folder. */
  static final String FILE_NAME = "admin_documents";

  private final int capacity;
  private final @Nullable ReplayFile file;
  private final Set<ByteBuffer> digests = new LinkedHashSet<>();

  private ReplayMemory(int capacity, @Nullable ReplayFile file) {
    this.capacity = capacity;
    this.file = file;
  }

  /** A memory that ends with the process. */
  public static ReplayMemory inMemory(int capacity) {
    return new ReplayMemory(capacity, null);
  }

  /**
   * The memory of a working folder.
   *
   * @param capacity most digests of 32 bytes to remember
   * @throws ConfigurationException if its file is there and cannot be used
   */
  public static ReplayMemory in(Path workingDirectory, int capacity) {
    ReplayFile file = ReplayFile.at(workingDirectory.resolve(FILE_NAME), capacity);
    ReplayMemory memory = new ReplayMemory(capacity, file);
    memory.digests.addAll(file.load());
    return memory;
  }

  /**
   * Whether the document is seen for the first time; it is remembered from now on. Waits for the
   * disk.
   *
   * @throws UncheckedIOException if it cannot be stored; then it must not be acted upon
   */
  synchronized boolean firstUse(byte[] document) {
    ByteBuffer digest = ByteBuffer.wrap(AdminSignature.digest(document));
    if (!digests.add(digest)) {
      return false;
    }
    if (digests.size() > capacity) {
      digests.remove(digests.iterator().next());
    }
    if (file != null) {
      file.append(digest, digests);
    }
    return true;
  }
}
