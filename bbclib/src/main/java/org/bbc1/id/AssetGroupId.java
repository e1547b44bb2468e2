package org.bbc1.id;

import java.util.HexFormat;

/** Names a group of assets of one kind; 1 to 32 bytes. */
public final class AssetGroupId extends Id implements Comparable<AssetGroupId> {

  private AssetGroupId(byte[] bytes) {
    super(bytes, 1);
  }

  /**
   * The id with these bytes.
   *
   * @throws IllegalArgumentException if the length is not allowed
   */
  public static AssetGroupId of(byte[] bytes) {
    return new AssetGroupId(bytes);
  }

  /**
   * The id written as hexadecimal digits.
   *
   * @throws IllegalArgumentException if the text is not hexadecimal or the length is not allowed
   */
  public static AssetGroupId fromHex(String hex) {
    return new AssetGroupId(HexFormat.of().parseHex(hex));
  }

  /**
   * The leading bytes of this id; truncation always keeps the front.
   *
   * @param length bytes to keep, 1 to {@link #length()}
   */
  public AssetGroupId truncate(int length) {
    return length == length() ? this : new AssetGroupId(leading(length));
  }

  /** Order of the unsigned bytes, shorter ids before longer ones they begin. */
  @Override
  public int compareTo(AssetGroupId other) {
    return compareBytes(other);
  }
}
