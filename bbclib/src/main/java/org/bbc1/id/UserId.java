package org.bbc1.id;

import java.util.HexFormat;

/**
 * Names a user: the owner of an asset, an approver, a sender or receiver of messages; 1 to 32
 * bytes.
 */
public final class UserId extends Id implements Comparable<UserId> {

  private UserId(byte[] bytes) {
    super(bytes, 1);
  }

  /**
   * The id with these bytes.
   *
   * @throws IllegalArgumentException if the length is not allowed
   */
  public static UserId of(byte[] bytes) {
    return new UserId(bytes);
  }

  /**
   * The id written as hexadecimal digits.
   *
   * @throws IllegalArgumentException if the text is not hexadecimal or the length is not allowed
   */
  public static UserId fromHex(String hex) {
    return new UserId(HexFormat.of().parseHex(hex));
  }

  /**
   * The leading bytes of this id; truncation always keeps the front.
   *
   * @param length bytes to keep, 1 to {@link #length()}
   */
  public UserId truncate(int length) {
    return length == length() ? this : new UserId(leading(length));
  }

  /** Order of the unsigned bytes, shorter ids before longer ones they begin. */
  @Override
  public int compareTo(UserId other) {
    return compareBytes(other);
  }
}
