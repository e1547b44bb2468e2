package org.bbc1.node.ledgersubsystem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.bbc1.ledgersubsystem.SignedTreeHead;

/**
 * The tree heads of one domain in a file that only grows: each a signed note, followed by an empty
 * line. It is forced to the disk with every head. What a crash has cut off at its end stays there,
 * the head is written again behind it.
 */
final class TreeHeadFile {

  private static final byte[] END_OF_ENTRY = {'\n', '\n'};

  private final Path file;

  TreeHeadFile(Path file) {
    this.file = file;
  }

  /**
   * Adds a head, unless it is the last one already.
   *
   * @param head the next one of the domain
   */
  void append(SignedTreeHead head) throws IOException {
    byte[] entry = (head.note() + "\n").getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (endsWith(channel, entry)) {
        channel.force(true);
        return;
      }
      boolean cut = channel.size() > 0 && !endsWith(channel, END_OF_ENTRY);
      channel.position(channel.size());
      if (cut) {
        write(channel, END_OF_ENTRY);
      }
      write(channel, entry);
      channel.force(true);
    }
  }

  private static boolean endsWith(FileChannel channel, byte[] end) throws IOException {
    if (channel.size() < end.length) {
      return false;
    }
    ByteBuffer tail = ByteBuffer.allocate(end.length);
    long start = channel.size() - end.length;
    while (tail.hasRemaining() && channel.read(tail, start + tail.position()) > 0) {
      // A file may give less than was asked for.
    }
    return Arrays.equals(tail.array(), end);
  }

  private static void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer remaining = ByteBuffer.wrap(bytes);
    while (remaining.hasRemaining()) {
      channel.write(remaining);
    }
  }
}
