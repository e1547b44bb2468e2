package org.bbc1.id;

import java.util.HexFormat;

/** Names a domain; always 32 bytes. */
public final class DomainId extends Id implements Comparable<DomainId> {

  /** The domain of domains, {@code domain_global_0}: 32 zero bytes. */
  public static final DomainId GLOBAL_0 = new DomainId(new byte[FULL_LENGTH]);

  private DomainId(byte[] bytes) {
    super(bytes, FULL_LENGTH);
  }

  /**
   * The id with these bytes.
   *
   * @throws IllegalArgumentException if the length is not allowed
   */
  public static DomainId of(byte[] bytes) {
    return new DomainId(bytes);
  }

  /**
   * The id written as hexadecimal digits.
   *
   * @throws IllegalArgumentException if the text is not hexadecimal or the length is not allowed
   */
  public static DomainId fromHex(String hex) {
    return new DomainId(HexFormat.of().parseHex(hex));
  }

  /** Order of the unsigned bytes, shorter ids before longer ones they begin. */
  @Override
  public int compareTo(DomainId other) {
    return compareBytes(other);
  }
}
