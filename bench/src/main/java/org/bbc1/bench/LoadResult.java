package org.bbc1.bench;

/**
 * What one run of the load generator measured.
 *
 * @param answered requests that got a good answer
 * @param refused requests that got an error answer
 * @param seconds from the first request to the last answer
 * @param p50Millis median latency per request
 * @param p99Millis latency that 99 of 100 requests stayed below
 * @param exhausted whether the prepared requests ran out before the time did
 */
record LoadResult(
    long answered,
    long refused,
    double seconds,
    double p50Millis,
    double p99Millis,
    boolean exhausted) {

  /** Good answers per second. */
  double perSecond() {
    return seconds == 0 ? 0 : answered / seconds;
  }
}
