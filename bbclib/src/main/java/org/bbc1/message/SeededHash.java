package org.bbc1.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/**
 * Hash codes that a client cannot foresee, for values that it uses as keys of a map. Without them
 * one frame of keys with one hash code costs minutes; that keys are comparable does not help where
 * it mixes types.
 */
final class SeededHash {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long START;
  private static final long FACTOR;

  static {
    SecureRandom random = new SecureRandom();
    START = random.nextLong();
    FACTOR = random.nextLong() | 1;
  }

  private SeededHash() {}

  static int of(long value) {
    return fold(step(START, value));
  }

  static int of(byte[] bytes) {
    long hash = START ^ bytes.length;
    int i = 0;
    for (; i + Long.BYTES <= bytes.length; i += Long.BYTES) {
      hash = step(hash, (long) LONGS.get(bytes, i));
    }
    long rest = 0;
    for (; i < bytes.length; i++) {
      rest = rest << Byte.SIZE | bytes[i] & 0xff;
    }
    return fold(step(hash, rest));
  }

  private static long step(long hash, long word) {
    long mixed = hash ^ word;
    return mixed * FACTOR ^ Long.rotateLeft(Math.multiplyHigh(mixed, FACTOR), 32) ^ START;
  }

  private static int fold(long hash) {
    return Long.hashCode(hash * FACTOR);
  }
}
