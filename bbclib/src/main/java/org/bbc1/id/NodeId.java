package org.bbc1.id;

import java.util.HexFormat;

/** Names a node within one domain; always 32 bytes. */
public final class NodeId extends Id implements Comparable<NodeId> {

  private NodeId(byte[] bytes) {
    super(bytes, FULL_LENGTH);
  }

  /**
   * The id with these bytes.
   *
   * @throws IllegalArgumentException if the length is not allowed
   */
  public static NodeId of(byte[] bytes) {
    return new NodeId(bytes);
  }

  /**
   * The id written as hexadecimal digits.
   *
   * @throws IllegalArgumentException if the text is not hexadecimal or the length is not allowed
   */
  public static NodeId fromHex(String hex) {
    return new NodeId(HexFormat.of().parseHex(hex));
  }

  /** Order of the unsigned bytes, shorter ids before longer ones they begin. */
  @Override
  public int compareTo(NodeId other) {
    return compareBytes(other);
  }
}
