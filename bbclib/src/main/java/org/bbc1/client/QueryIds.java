package org.bbc1.client;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The query ids of a client: a counter of 16 bits that goes out little-endian and begins with 1. It
 * moves on with every message, also with one that carries no query id. Source: client-protocol
 * section 7.2.
 */
final class QueryIds {

  /** How many there are. */
  static final int COUNT = 1 << 16;

  private static final int LENGTH = 2;

  private final AtomicInteger counter = new AtomicInteger();

  int next() {
    return counter.incrementAndGet() & (COUNT - 1);
  }

  static byte[] bytes(int queryId) {
    return new byte[] {(byte) queryId, (byte) (queryId >>> 8)};
  }

  /** The number of a query id, or null if it is none of a client like this. */
  static @Nullable Integer number(byte @Nullable [] bytes) {
    return bytes == null || bytes.length != LENGTH
        ? null
        : Byte.toUnsignedInt(bytes[0]) | Byte.toUnsignedInt(bytes[1]) << 8;
  }
}
