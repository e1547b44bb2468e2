package org.bbc1.transaction.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads packed data: unsigned little-endian integers, identifiers and sized parts. Every length and
 * count is compared with the bytes that remain before anything is allocated. Source:
 * transaction-format sections 1 and 11.
 */
public final class PackedReader {

  private final byte[] data;
  private final int end;
  private final int nesting;
  private int position;

  private PackedReader(byte[] data, int start, int end, int nesting) {
    this.data = data;
    this.position = start;
    this.end = end;
    this.nesting = nesting;
  }

  /** Reads the whole array, which must not change meanwhile. */
  public static PackedReader of(byte[] data) {
    return of(data, 0);
  }

  /** Reads from {@code offset} to the end of the array, which must not change meanwhile. */
  public static PackedReader of(byte[] data, int offset) {
    return of(data, offset, DocumentValue.MAXIMUM_NESTING);
  }

  /**
   * As {@link #of(byte[], int)}.
   *
   * @param nesting deepest nesting that map bodies may have
   */
  public static PackedReader of(byte[] data, int offset, int nesting) {
    if (offset < 0 || offset > data.length) {
      throw new PackedFormatException("data ends before byte " + offset);
    }
    return new PackedReader(data, offset, data.length, nesting);
  }

  /** Deepest nesting that map bodies may have. */
  public int nesting() {
    return nesting;
  }

  /** Bytes not read yet. */
  public int remaining() {
    return end - position;
  }

  /** Next unsigned 2-byte integer. */
  public int u2() {
    require(2);
    int value = data[position] & 0xff | (data[position + 1] & 0xff) << 8;
    position += 2;
    return value;
  }

  /** Next unsigned 4-byte integer. */
  public long u4() {
    return u2() | (long) u2() << 16;
  }

  /** Next 8-byte integer, which must fit a signed long. */
  public long u8() {
    long value = u4() | u4() << 32;
    if (value < 0) {
      throw new PackedFormatException("8-byte number above 2^63-1");
    }
    return value;
  }

  /** The next {@code length} bytes. */
  public byte[] bytes(long length) {
    require(length);
    byte[] value = Arrays.copyOfRange(data, position, position + (int) length);
    position += (int) length;
    return value;
  }

  /** The next byte string with a 2-byte length in front, which must lie within the bounds. */
  public byte[] prefixed(int minimum, int maximum) {
    int length = u2();
    if (length < minimum || length > maximum) {
      throw new PackedFormatException(
          "byte string of " + length + " bytes; " + minimum + " to " + maximum + " are allowed");
    }
    return bytes(length);
  }

  /**
   * The next identifier: 1 to 32 bytes with a 2-byte length in front, as the type that {@code kind}
   * makes.
   */
  public <I> I id(Function<byte[], I> kind) {
    return kind.apply(prefixed(1, 32));
  }

  /**
   * A list with a 2-byte count in front.
   *
   * @param minimalSize the least number of bytes that one element takes
   */
  public <T> List<T> list(int minimalSize, Function<PackedReader, T> element) {
    return list(u2(), minimalSize, element);
  }

  /** A list whose count was read before; see {@link #list(int, Function)}. */
  public <T> List<T> list(int count, int minimalSize, Function<PackedReader, T> element) {
    require((long) count * minimalSize);
    List<T> elements = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      elements.add(element.apply(this));
    }
    return List.copyOf(elements);
  }

  /** A part of {@code size} bytes, which {@code content} must read to its last byte. */
  public <T> T part(long size, Function<PackedReader, T> content) {
    require(size);
    PackedReader inner = new PackedReader(data, position, position + (int) size, nesting);
    T value = content.apply(inner);
    inner.requireEnd();
    position += (int) size;
    return value;
  }

  /** A part with its 4-byte size in front; see {@link #part}. */
  public <T> T part4(Function<PackedReader, T> content) {
    return part(u4(), content);
  }

  /** A sized part after a 2-byte count that is 1, or null after the count 0. */
  public <T> @Nullable T optional(Function<PackedReader, T> content) {
    int count = u2();
    if (count > 1) {
      throw new PackedFormatException("count " + count + " of a part that occurs once at most");
    }
    return count == 0 ? null : part4(content);
  }

  /** Refuses bytes that nobody has read. */
  public void requireEnd() {
    if (position != end) {
      throw new PackedFormatException(remaining() + " unread bytes");
    }
  }

  private void require(long length) {
    if (length > end - position) {
      throw new PackedFormatException(length + " bytes announced, " + remaining() + " left");
    }
  }
}
