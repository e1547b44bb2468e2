package org.bbc1.node.command;

import java.nio.ByteBuffer;
import java.util.List;
import org.bbc1.id.Id;

/**
 * Lists of full ids in one byte string: 2 bytes count, big-endian, then 32 bytes each; cut at 65535
 * entries.
 */
final class BinaryList {

  private static final int MAX_ENTRIES = 0xffff;

  private BinaryList() {}

  static byte[] of(List<? extends Id> ids) {
    int count = Math.min(ids.size(), MAX_ENTRIES);
    ByteBuffer list =
        ByteBuffer.allocate(Short.BYTES + count * Id.FULL_LENGTH).putShort((short) count);
    ids.subList(0, count).forEach(id -> list.put(id.toByteArray()));
    return list.array();
  }
}
