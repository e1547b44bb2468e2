package org.bbc1.transaction;

/**
 * Limits for reading a transaction. Source: transaction-format section 11.7.
 *
 * @param wireBytes largest serialised form in bytes, header included
 * @param inflatedBytes largest content of a zlib form in bytes
 * @param parts largest number of events, references, relations, pointers, listed asset ids,
 *     witnesses and signature slots together; 0 = no limit
 */
public record ReadLimits(int wireBytes, int inflatedBytes, int parts) {

  /** 16 MiB for both forms, no limit on parts. */
  public static final ReadLimits DEFAULT = new ReadLimits(16 << 20, 16 << 20, 0);

  /** As {@link #DEFAULT}, with at most 4096 parts. */
  public static final ReadLimits STRICT = new ReadLimits(16 << 20, 16 << 20, 4096);

  /** Refuses limits that nothing could meet. */
  public ReadLimits {
    if (wireBytes < WireFormat.HEADER_SIZE || inflatedBytes < 0 || parts < 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
