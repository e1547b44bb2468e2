package org.bbc1.crypto;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps decoded public keys, since decoding can cost as much as verifying. Two generations bound
 * it: when the young one is full it becomes the old one, and what is still used moves over. Only
 * keys that decode are kept. Thread-safe.
 */
final class PublicKeyCache<K> {

  // Comparable, so that many keys of one hash code still cost little.
  private record Key(byte[] bytes) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      return Arrays.compare(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  private final int generationSize;
  private volatile Map<Key, K> young = new ConcurrentHashMap<>();
  private volatile Map<Key, K> old = Map.of();

  PublicKeyCache(int generationSize) {
    this.generationSize = generationSize;
  }

  /** The decoded key, or null if {@code decode} gives null. */
  @Nullable K get(byte[] publicKey, Function<byte[], @Nullable K> decode) {
    Key lookup = new Key(publicKey);
    K found = young.get(lookup);
    if (found != null) {
      return found;
    }
    K decoded = old.get(lookup);
    if (decoded == null) {
      decoded = decode.apply(publicKey);
    }
    if (decoded != null) {
      keep(new Key(publicKey.clone()), decoded);
    }
    return decoded;
  }

  int size() {
    return young.size() + old.size();
  }

  private synchronized void keep(Key key, K decoded) {
    if (young.size() >= generationSize) {
      old = young;
      young = new ConcurrentHashMap<>();
    }
    young.put(key, decoded);
  }
}
