package org.bbc1.id;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * An identifier: an immutable byte string of 1 to 32 bytes (domain and node ids: exactly 32). Two
 * ids are equal when they are of the same kind and hold the same bytes. Source: transaction-format
 * section 2.
 */
public abstract sealed class Id
    permits AssetGroupId, AssetId, DomainId, NodeId, TransactionId, UserId {

  /** Length of an unshortened id in bytes. */
  public static final int FULL_LENGTH = 32;

  private final byte[] bytes;

  Id(byte[] bytes, int minimum) {
    if (bytes.length < minimum || bytes.length > FULL_LENGTH) {
      throw new IllegalArgumentException(
          kind()
              + " of "
              + bytes.length
              + " bytes; "
              + minimum
              + " to "
              + FULL_LENGTH
              + " are allowed");
    }
    this.bytes = bytes.clone();
  }

  /** Length in bytes. */
  public final int length() {
    return bytes.length;
  }

  /** A copy of the bytes. */
  public final byte[] toByteArray() {
    return bytes.clone();
  }

  /** Lower-case hexadecimal form, two digits per byte. */
  public final String toHex() {
    return HexFormat.of().formatHex(bytes);
  }

  /** Whether this id holds exactly these bytes. */
  public final boolean hasBytes(byte[] other) {
    return Arrays.equals(bytes, other);
  }

  final byte[] leading(int length) {
    if (length < 1 || length > bytes.length) {
      throw new IllegalArgumentException("cannot shorten " + bytes.length + " bytes to " + length);
    }
    return Arrays.copyOf(bytes, length);
  }

  private String kind() {
    return getClass().getSimpleName();
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof Id id && id.getClass() == getClass() && Arrays.equals(bytes, id.bytes);
  }

  @Override
  public final int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /**
   * Order of the unsigned bytes, shorter ids before longer ones they begin. Each kind is comparable
   * with itself only: that is what a hash map needs to stay fast when a client has chosen ids of
   * one hash code.
   */
  final int compareBytes(Id other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  /** The hexadecimal form. */
  @Override
  public final String toString() {
    return toHex();
  }
}
