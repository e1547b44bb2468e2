package org.bbc1.message;

import java.nio.ByteBuffer;

/**
 * The 8 bytes before every body: payload type (2 bytes), format version (2), body length (4), all
 * unsigned and big-endian. Source: client-protocol section 1.
 *
 * @param payloadType number of the payload type, known or not; 0 to 65535
 * @param version format version; senders write 0, receivers ignore it
 * @param length length of the body in bytes; 0 to 2^32−1, so compare it with the limit before
 *     anything is allocated
 */
public record FrameHeader(int payloadType, int version, long length) {

  /** Length of the header in bytes. */
  public static final int SIZE = 8;

  /**
   * Reads a header from the next 8 bytes.
   *
   * @throws java.nio.BufferUnderflowException if fewer remain
   */
  public static FrameHeader read(ByteBuffer buffer) {
    return new FrameHeader(
        Short.toUnsignedInt(buffer.getShort()),
        Short.toUnsignedInt(buffer.getShort()),
        Integer.toUnsignedLong(buffer.getInt()));
  }

  void write(byte[] target) {
    ByteBuffer.wrap(target)
        .putShort((short) payloadType)
        .putShort((short) version)
        .putInt((int) length);
  }
}
