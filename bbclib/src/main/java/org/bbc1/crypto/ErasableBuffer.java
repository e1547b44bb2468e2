package org.bbc1.crypto;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Bytes in the making that can be erased. Growing would leave a copy behind, so the capacity must
 * be enough for what is secret.
 */
class ErasableBuffer extends ByteArrayOutputStream {

  ErasableBuffer(int capacity) {
    super(capacity);
  }

  /** Overwrites all bytes; the buffer is empty then. */
  synchronized void erase() {
    Arrays.fill(buf, (byte) 0);
    reset();
  }
}
