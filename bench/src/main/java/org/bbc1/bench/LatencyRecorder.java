package org.bbc1.bench;

import java.util.Arrays;

/** Latencies of answered requests in nanoseconds, kept one by one so that percentiles are exact. */
final class LatencyRecorder {

  private long[] samples = new long[1 << 16];
  private int count;

  void record(long nanos) {
    if (count == samples.length) {
      samples = Arrays.copyOf(samples, count * 2);
    }
    samples[count++] = nanos;
  }

  int count() {
    return count;
  }

  /**
   * The given percentile in milliseconds, 0 without samples.
   *
   * @param percentile 0 to 100
   */
  double percentileMillis(double percentile) {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(samples, count);
    Arrays.sort(sorted);
    int index = (int) Math.min(count - 1L, Math.floor(percentile / 100 * count));
    return sorted[index] / 1e6;
  }
}
