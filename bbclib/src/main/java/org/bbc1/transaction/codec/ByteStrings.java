package org.bbc1.transaction.codec;

import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Helpers for ported code: numbers and byte strings as the formats write them. Source:
 * transaction-format section 10.1.
 */
public final class ByteStrings {

  /** A value read, and where the next one starts. */
  public record At<T>(int position, T value) {}

  private ByteStrings() {}

  /** Lower-case hex, with zeros in front up to {@code length} bytes. */
  public static String toHex(byte[] data, int length) {
    String hex = HexFormat.of().formatHex(data);
    return "0".repeat(Math.max(0, 2 * length - hex.length())) + hex;
  }

  /**
   * The bytes of a hex text, with zero bytes in front up to {@code length} bytes; longer ones are
   * not cut.
   */
  public static byte[] fromHex(String hex, int length) {
    byte[] data = HexFormat.of().parseHex(hex);
    byte[] padded = new byte[Math.max(length, data.length)];
    System.arraycopy(data, 0, padded, padded.length - data.length, data.length);
    return padded;
  }

  /** Lower-case hex, or {@code None} for null; for dumps. */
  public static String dump(byte @Nullable [] data) {
    return data == null ? "None" : HexFormat.of().formatHex(data);
  }

  /** Base64 with padding, in one line. */
  public static String toBase64(byte[] data) {
    return Base64.getEncoder().encodeToString(data);
  }

  /**
   * An unsigned number in {@code width} bytes, little-endian.
   *
   * @throws PackedFormatException if it is negative or does not fit
   */
  public static byte[] littleEndian(BigInteger value, int width) {
    if (value.signum() < 0 || value.bitLength() > 8 * width) {
      throw new PackedFormatException(value + " does not fit " + width + " bytes");
    }
    byte[] bytes = new byte[width];
    for (int i = 0; i < width; i++) {
      bytes[i] = value.shiftRight(8 * i).byteValue();
    }
    return bytes;
  }

  /** As {@link #littleEndian(BigInteger, int)}. */
  public static byte[] littleEndian(long value, int width) {
    return littleEndian(BigInteger.valueOf(value), width);
  }

  /**
   * A byte string with its length in 2 bytes in front.
   *
   * @throws PackedFormatException if it does not have exactly {@code size} bytes
   */
  public static byte[] prefixed(byte[] value, int size) {
    if (value.length != size) {
      throw new PackedFormatException(value.length + " bytes where " + size + " are expected");
    }
    PackedWriter out = new PackedWriter(2 + size);
    out.prefixed(value);
    return out.toByteArray();
  }

  /** Reads a byte string with its length in 2 bytes in front. */
  public static At<byte[]> readPrefixed(int position, byte[] data) {
    PackedReader in = PackedReader.of(data, position);
    byte[] value = in.prefixed(0, 0xffff);
    return new At<>(data.length - in.remaining(), value);
  }

  /** Reads {@code count} bytes. */
  public static At<byte[]> readBytes(int position, int count, byte[] data) {
    if (count < 0) {
      throw new PackedFormatException("negative length");
    }
    return new At<>(position + count, PackedReader.of(data, position).bytes(count));
  }

  /** Reads an unsigned little-endian number of {@code count} bytes. */
  public static At<BigInteger> readNumber(int position, int count, byte[] data) {
    byte[] bytes = readBytes(position, count, data).value();
    for (int i = 0; i < count / 2; i++) {
      byte swapped = bytes[i];
      bytes[i] = bytes[count - 1 - i];
      bytes[count - 1 - i] = swapped;
    }
    return new At<>(position + count, new BigInteger(1, bytes));
  }
}
