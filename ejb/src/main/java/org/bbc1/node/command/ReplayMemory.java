package org.bbc1.node.command;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bbc1.message.AdminSignature;

/**
 * Remembers the digests of signed documents that were accepted; when full, the oldest is forgotten.
 * Only the holder of the node key can add to it, so nobody else can make it forget.
 */
final class ReplayMemory {

  private final Map<ByteBuffer, Boolean> digests;

  /**
   * @param capacity most digests of 32 bytes to remember
   */
  ReplayMemory(int capacity) {
    this.digests =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) {
            return size() > capacity;
          }
        };
  }

  /** Whether the document is seen for the first time; it is remembered from now on. */
  synchronized boolean firstUse(byte[] document) {
    return digests.putIfAbsent(ByteBuffer.wrap(AdminSignature.digest(document)), true) == null;
  }
}
