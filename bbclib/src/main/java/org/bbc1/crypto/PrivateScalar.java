package org.bbc1.crypto;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The private number of a key pair, 32 bytes, until it is erased. Who uses it works on a copy that
 * is erased afterwards, so that erasing never pulls the number from under a signature in the
 * making. Thread-safe.
 */
final class PrivateScalar {

  private byte @Nullable [] bytes;

  /** Takes a copy. */
  PrivateScalar(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /**
   * Gives a copy to the action and erases it.
   *
   * @throws KeyErasedException after {@link #erase}
   */
  <T> T use(Function<byte[], T> action) {
    byte[] copy = copy();
    try {
      return action.apply(copy);
    } finally {
      Arrays.fill(copy, (byte) 0);
    }
  }

  /**
   * A copy for the caller to erase.
   *
   * @throws KeyErasedException after {@link #erase}
   */
  synchronized byte[] copy() {
    if (bytes == null) {
      throw new KeyErasedException();
    }
    return bytes.clone();
  }

  synchronized void erase() {
    if (bytes != null) {
      Arrays.fill(bytes, (byte) 0);
      bytes = null;
    }
  }

  synchronized boolean isErased() {
    return bytes == null;
  }
}
