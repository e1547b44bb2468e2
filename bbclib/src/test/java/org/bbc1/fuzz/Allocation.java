package org.bbc1.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a decoder may allocate: a fixed multiple of the length of its input and a constant. Source:
 * transaction-format section 11.5.
 */
final class Allocation {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Buffers, exceptions with their stack traces, and the instrumentation of the fuzzer. */
  private static final long CONSTANT = 1 << 20;

  private static final int TRIES = 3;

  private Allocation() {}

  /** A decoder with the exceptions that it declares. */
  interface Decoder<T> {
    T decode() throws Exception;
  }

  /**
   * Runs the decoder and fails if it takes more than {@code factor} bytes per byte of input and 1
   * MiB. What allocates too much is tried again, because the first run loads classes.
   */
  static <T> T bounded(long length, long factor, Decoder<T> decoder) throws Exception {
    long allowed = CONSTANT + factor * length;
    for (int attempt = 1; ; attempt++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      try {
        T value = decoder.decode();
        if (isWithin(before, allowed, length, attempt)) {
          return value;
        }
      } catch (Exception declared) {
        if (isWithin(before, allowed, length, attempt)) {
          throw declared;
        }
      }
    }
  }

  private static boolean isWithin(long before, long allowed, long length, int attempt) {
    long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
    if (taken > allowed && attempt == TRIES) {
      throw new AssertionError(
          taken + " bytes allocated for an input of " + length + ", allowed: " + allowed);
    }
    return taken <= allowed;
  }
}
