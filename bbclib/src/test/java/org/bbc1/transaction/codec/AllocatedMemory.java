package org.bbc1.transaction.codec;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What a decoder has taken of the heap, for tests that hostile lengths cost nothing. */
public final class AllocatedMemory {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private AllocatedMemory() {}

  /** Bytes that the calling thread has allocated so far. */
  public static long ofThisThread() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
