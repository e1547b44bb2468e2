package org.bbc1.id;

import java.util.HexFormat;

/** Names a transaction: the leading bytes of its digest, 1 to 32. */
public final class TransactionId extends Id implements Comparable<TransactionId> {

  private TransactionId(byte[] bytes) {
    super(bytes, 1);
  }

  /**
   * The id with these bytes.
   *
   * @throws IllegalArgumentException if the length is not allowed
   */
  public static TransactionId of(byte[] bytes) {
    return new TransactionId(bytes);
  }

  /**
   * The id written as hexadecimal digits.
   *
   * @throws IllegalArgumentException if the text is not hexadecimal or the length is not allowed
   */
  public static TransactionId fromHex(String hex) {
    return new TransactionId(HexFormat.of().parseHex(hex));
  }

  /**
   * The leading bytes of this id; truncation always keeps the front.
   *
   * @param length bytes to keep, 1 to {@link #length()}
   */
  public TransactionId truncate(int length) {
    return length == length() ? this : new TransactionId(leading(length));
  }

  /** Order of the unsigned bytes, shorter ids before longer ones they begin. */
  @Override
  public int compareTo(TransactionId other) {
    return compareBytes(other);
  }
}
