package org.bbc1.node.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bbc1.node.config.AtomicFile;
import org.bbc1.node.config.ConfigurationException;

/**
 * Digests of 32 bytes, one after the other, the oldest first. Every one is on the disk before it
 * counts; a crash leaves at most an incomplete one at the end, which is dropped at the next start,
 * for nothing was done in its name. For one thread.
 */
final class ReplayFile {

  private static final int DIGEST_BYTES = 32;

  private final Path file;
  private final int capacity;
  private long stored;

  private ReplayFile(Path file, int capacity) {
    this.file = file;
    this.capacity = capacity;
  }

  /**
   * A file that is made with its first digest.
   *
   * @param capacity digests to keep; the file holds up to twice as many before it is cut
   */
  static ReplayFile at(Path file, int capacity) {
    return new ReplayFile(file, capacity);
  }

  /**
   * The youngest digests, as many as are to be kept.
   *
   * @throws ConfigurationException if the file is there and cannot be read
   */
  List<ByteBuffer> load() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<ByteBuffer> digests = read();
      stored = digests.size();
      if (Files.size(file) != stored * DIGEST_BYTES) {
        rewrite(digests);
      }
      return digests;
    } catch (IOException e) {
      throw new ConfigurationException(
          file + " cannot be used; without it old admin commands could be repeated: " + e, e);
    }
  }

  private List<ByteBuffer> read() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long complete = channel.size() / DIGEST_BYTES;
      channel.position(Math.max(0, complete - capacity) * DIGEST_BYTES);
      List<ByteBuffer> digests = new ArrayList<>();
      ByteBuffer digest = ByteBuffer.allocate(DIGEST_BYTES);
      while (channel.read(digest) >= 0) {
        if (!digest.hasRemaining()) {
          digests.add(digest.flip());
          digest = ByteBuffer.allocate(DIGEST_BYTES);
        }
      }
      return digests;
    }
  }

  /**
   * Adds a digest and waits for the disk.
   *
   * @param kept all digests that are remembered, this one included
   * @throws UncheckedIOException if it cannot be stored
   */
  void append(ByteBuffer digest, Collection<ByteBuffer> kept) {
    try {
      if (stored == 0 || stored >= 2L * capacity) {
        rewrite(kept);
        return;
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
        ByteBuffer rest = digest.duplicate();
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      stored++;
    } catch (IOException e) {
      stored = 0; // what is at its end now is not known
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  private void rewrite(Collection<ByteBuffer> digests) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(digests.size() * DIGEST_BYTES);
    digests.forEach(digest -> content.put(digest.duplicate()));
    AtomicFile.replace(file, content.array());
    stored = digests.size();
  }
}
