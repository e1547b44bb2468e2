package org.bbc1.node.network;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.bbc1.id.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * The list of neighbours in one byte string: 4 bytes count, then 63 bytes each: node id, IPv4,
 * IPv6, port, a byte that tells of domain_global_0, seconds since 1970. Big-endian but for the port
 * (spec client-protocol 10.10, node-protocol 6.2).
 */
public final class NeighborList {

  private static final int IPV4_LENGTH = 4;
  private static final int IPV6_LENGTH = 16;
  private static final int ENTRY_LENGTH =
      NodeId.FULL_LENGTH + IPV4_LENGTH + IPV6_LENGTH + Short.BYTES + 1 + Long.BYTES;

  private NeighborList() {}

  /**
   * The encoded list.
   *
   * @param nodes this node first
   */
  public static byte[] encode(List<Neighbor> nodes) {
    ByteBuffer list = ByteBuffer.allocate(Integer.BYTES + nodes.size() * ENTRY_LENGTH);
    list.putInt(nodes.size());
    nodes.forEach(node -> put(list, node));
    return list.array();
  }

  private static void put(ByteBuffer list, Neighbor node) {
    list.put(node.nodeId().toByteArray());
    list.put(bytes(node.address().ipv4(), IPV4_LENGTH));
    list.put(bytes(node.address().ipv6(), IPV6_LENGTH));
    // The reference swaps it once too often, and its clients swap it back.
    list.order(ByteOrder.LITTLE_ENDIAN).putShort((short) node.address().port());
    list.order(ByteOrder.BIG_ENDIAN).put((byte) (node.domain0() ? 1 : 0));
    list.putLong(node.updatedAt().getEpochSecond());
  }

  private static byte[] bytes(@Nullable InetAddress address, int length) {
    return address == null ? new byte[length] : address.getAddress();
  }
}
