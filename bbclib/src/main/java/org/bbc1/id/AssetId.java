package org.bbc1.id;

import java.util.HexFormat;

/**
 * Names an asset: the leading bytes of the digest of its contents, or a value given by the caller;
 * 1 to 32 bytes.
 */
public final class AssetId extends Id implements Comparable<AssetId> {

  private AssetId(byte[] bytes) {
    super(bytes, 1);
  }

  /**
   * The id with these bytes.
   *
   * @throws IllegalArgumentException if the length is not allowed
   */
  public static AssetId of(byte[] bytes) {
    return new AssetId(bytes);
  }

  /**
   * The id written as hexadecimal digits.
   *
   * @throws IllegalArgumentException if the text is not hexadecimal or the length is not allowed
   */
  public static AssetId fromHex(String hex) {
    return new AssetId(HexFormat.of().parseHex(hex));
  }

  /**
   * The leading bytes of this id; truncation always keeps the front.
   *
   * @param length bytes to keep, 1 to {@link #length()}
   */
  public AssetId truncate(int length) {
    return length == length() ? this : new AssetId(leading(length));
  }

  /** Order of the unsigned bytes, shorter ids before longer ones they begin. */
  @Override
  public int compareTo(AssetId other) {
    return compareBytes(other);
  }
}
