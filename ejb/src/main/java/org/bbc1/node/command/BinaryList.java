package org.bbc1.node.command;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.bbc1.id.Id;

/**
 * Lists of full ids in one byte string: 2 bytes count, big-endian, then 32 bytes each; cut at 65535
 * entries. In a list of lists each entry is an id and the list that belongs to it.
 */
final class BinaryList {

  private static final int MAX_ENTRIES = 0xffff;

  private BinaryList() {}

  static byte[] of(List<? extends Id> ids) {
    ByteBuffer list = ByteBuffer.allocate(size(ids));
    put(list, ids);
    return list.array();
  }

  static byte[] of(Map<? extends Id, ? extends List<? extends Id>> lists) {
    int count = Math.min(lists.size(), MAX_ENTRIES);
    int size =
        lists.values().stream().limit(count).mapToInt(ids -> Id.FULL_LENGTH + size(ids)).sum();
    ByteBuffer list = ByteBuffer.allocate(Short.BYTES + size).putShort((short) count);
    lists.entrySet().stream()
        .limit(count)
        .forEach(
            entry -> {
              list.put(entry.getKey().toByteArray());
              put(list, entry.getValue());
            });
    return list.array();
  }

  private static int size(List<? extends Id> ids) {
    return Short.BYTES + Math.min(ids.size(), MAX_ENTRIES) * Id.FULL_LENGTH;
  }

  private static void put(ByteBuffer list, List<? extends Id> ids) {
    int count = Math.min(ids.size(), MAX_ENTRIES);
    list.putShort((short) count);
    ids.subList(0, count).forEach(id -> list.put(id.toByteArray()));
  }
}
