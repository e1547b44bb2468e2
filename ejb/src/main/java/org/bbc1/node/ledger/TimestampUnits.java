package org.bbc1.node.ledger;

/**
 * Brings time stamps of all generations of libraries to milliseconds since 1970 (storage B3):
 * seconds below 10^11, milliseconds below 10^14, microseconds above.
 */
final class TimestampUnits {

  private static final long FIRST_MILLISECONDS = 100_000_000_000L;
  private static final long FIRST_MICROSECONDS = 100_000_000_000_000L;
  private static final long FACTOR = 1000;

  private TimestampUnits() {}

  /** Of the time stamp of a transaction, whose eight bytes are an unsigned number. */
  static long millisOfTransaction(long timestamp) {
    return timestamp < 0 ? Long.divideUnsigned(timestamp, FACTOR) : normalise(timestamp);
  }

  /** Of a bound given by a client; one before 1970 stays before everything. */
  static long millisOfBound(long bound) {
    return bound < 0 ? bound : normalise(bound);
  }

  private static long normalise(long value) {
    if (value < FIRST_MILLISECONDS) {
      return value * FACTOR;
    }
    return value < FIRST_MICROSECONDS ? value : value / FACTOR;
  }
}
