package org.bbc1.node.ledger;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers, up to a number, digests of transactions whose signatures were verified, so that
 * reading the same bytes again costs a hash instead of a signature check. The key is the digest of
 * the bytes at hand, never one that was stored beside them: changed bytes are never found here.
 * Thread-safe.
 */
final class VerifiedCache {

  private static final float LOAD_FACTOR = 0.75f;

  private final Map<ByteBuffer, Boolean> digests;

  VerifiedCache(int maxSize) {
    this.digests =
        new LinkedHashMap<>(16, LOAD_FACTOR, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) {
            return size() > maxSize;
          }
        };
  }

  synchronized boolean contains(byte[] sha256) {
    return digests.get(ByteBuffer.wrap(sha256)) != null;
  }

  synchronized void add(byte[] sha256) {
    digests.put(ByteBuffer.wrap(sha256), Boolean.TRUE);
  }
}
