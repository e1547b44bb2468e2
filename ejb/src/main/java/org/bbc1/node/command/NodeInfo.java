package org.bbc1.node.command;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bbc1.id.NodeId;
import org.bbc1.message.Reasons;
import org.bbc1.message.Value;
import org.bbc1.node.config.NodeAddress;
import org.jspecify.annotations.Nullable;

/**
 * The field node_info: [node id, IPv4 text, IPv6 text, port].
 *
 * @param nodeId id of a node in a domain
 * @param address where it is reached
 */
record NodeInfo(NodeId nodeId, NodeAddress address) {

  private static final int ELEMENTS = 4;

  /**
   * Reads the field.
   *
   * @throws IllegalArgumentException with a reason for the client if it is missing or unusable
   */
  static NodeInfo of(@Nullable Value field) {
    if (!(field instanceof Value.ListValue list) || list.items().size() != ELEMENTS) {
      throw new IllegalArgumentException(Reasons.BAD_NODE_INFO);
    }
    List<Value> items = list.items();
    byte[] id = bytes(items.get(0));
    if (id == null
        || id.length != NodeId.FULL_LENGTH
        || !(items.get(3) instanceof Value.Int port)) {
      throw new IllegalArgumentException(Reasons.BAD_NODE_INFO);
    }
    return new NodeInfo(
        NodeId.of(id),
        NodeAddress.of(addressText(items.get(1)), addressText(items.get(2)), port.bits()));
  }

  private static @Nullable String addressText(Value value) {
    byte[] text = bytes(value);
    if (text == null && !(value instanceof Value.Nil)) {
      throw new IllegalArgumentException(Reasons.BAD_NODE_INFO);
    }
    return text == null ? null : new String(text, StandardCharsets.UTF_8);
  }

  private static byte @Nullable [] bytes(Value value) {
    if (value instanceof Value.Bytes bytes) {
      return bytes.value();
    }
    return value instanceof Value.Text text ? text.utf8() : null;
  }
}
