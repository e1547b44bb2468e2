package org.bbc1.transaction.codec;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes packed data; the counterpart of {@link PackedReader}. Refuses a value that its field
 * cannot hold.
 */
public final class PackedWriter {

  private byte[] data;
  private int position;

  /** A writer with room for about so many bytes; it grows as needed. */
  public PackedWriter(int expectedSize) {
    data = new byte[Math.max(expectedSize, 16)];
  }

  /** What {@code content} writes. */
  public static byte[] bytesOf(Consumer<PackedWriter> content) {
    PackedWriter out = new PackedWriter(256);
    content.accept(out);
    return out.toByteArray();
  }

  /** Bytes written so far. */
  public int position() {
    return position;
  }

  /** Writes an unsigned 2-byte integer. */
  public void u2(int value) {
    if (value < 0 || value > 0xffff) {
      throw new PackedFormatException(value + " does not fit 2 bytes");
    }
    reserve(2);
    data[position++] = (byte) value;
    data[position++] = (byte) (value >> 8);
  }

  /** Writes an unsigned 4-byte integer. */
  public void u4(long value) {
    if (value < 0 || value > 0xffffffffL) {
      throw new PackedFormatException(value + " does not fit 4 bytes");
    }
    u2((int) (value & 0xffff));
    u2((int) (value >> 16));
  }

  /** Writes an 8-byte integer, 0 to 2^63-1. */
  public void u8(long value) {
    if (value < 0) {
      throw new PackedFormatException(value + " is negative");
    }
    u4(value & 0xffffffffL);
    u4(value >>> 32);
  }

  /** Writes bytes as they are. */
  public void bytes(byte[] value) {
    reserve(value.length);
    System.arraycopy(value, 0, data, position, value.length);
    position += value.length;
  }

  /** Writes the true byte count in 2 bytes, then the bytes. */
  public void prefixed(byte[] value) {
    u2(value.length);
    bytes(value);
  }

  /** Writes a 2-byte count, then each element. */
  public <T> void list(List<T> elements, Consumer<T> element) {
    u2(elements.size());
    elements.forEach(element);
  }

  /** Writes a 2-byte count of 1 and the sized part, or only the count 0. */
  public <T> void optional(@Nullable T value, BiConsumer<T, PackedWriter> content) {
    u2(value == null ? 0 : 1);
    if (value != null) {
      part4(out -> content.accept(value, out));
    }
  }

  /** Writes what {@code content} writes, with its size in 4 bytes in front. */
  public void part4(Consumer<PackedWriter> content) {
    int start = position;
    u4(0);
    content.accept(this);
    int after = position;
    position = start;
    u4(after - start - 4L);
    position = after;
  }

  /** Writes what {@code content} writes, with its size in 2 bytes in front. */
  public void part2(Consumer<PackedWriter> content) {
    int start = position;
    u2(0);
    content.accept(this);
    int after = position;
    position = start;
    u2(after - start - 2);
    position = after;
  }

  /** A copy of what was written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(data, position);
  }

  private void reserve(int length) {
    if (length > data.length - position) {
      data = Arrays.copyOf(data, Math.max(data.length * 2, Math.addExact(position, length)));
    }
  }
}
