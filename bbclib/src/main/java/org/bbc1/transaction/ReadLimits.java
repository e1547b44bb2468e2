package org.bbc1.transaction;

import org.bbc1.transaction.codec.DocumentValue;

/**
 * Limits for reading a transaction; all are checked before memory is taken, those of compressed
 * forms while they are expanded. Source: transaction-format section 11.7.
 *
 * @param wireBytes largest serialised form in bytes, header included
 * @param inflatedBytes largest content of a compressed form in bytes
 * @param ratio how many times larger than its compressed form a content may be, 1 at least. Does
 *     not apply to contents of up to {@link #RATIO_FLOOR} bytes, since small data of one kind is
 *     compressed that well honestly
 * @param nesting deepest nesting of lists and maps in a document or map body, 1 to {@value
 *     DocumentValue#HIGHEST_NESTING}; the document or body itself has depth 1
 * @param parts largest number of events, references, relations, pointers, listed asset ids,
 *     witnesses and signature slots together; 0 = no limit
 */
public record ReadLimits(int wireBytes, int inflatedBytes, int ratio, int nesting, int parts) {

  /** Content in bytes up to which the ratio does not matter: 1 MiB. */
  public static final int RATIO_FLOOR = 1 << 20;

  /**
   * 16 MiB for the serialised form, 64 MiB and ratio 100 for its content, nesting 32, no limit on
   * parts.
   */
  public static final ReadLimits DEFAULT =
      new ReadLimits(16 << 20, 64 << 20, 100, DocumentValue.MAXIMUM_NESTING, 0);

  /** As {@link #DEFAULT}, with at most 4096 parts. */
  public static final ReadLimits STRICT = DEFAULT.withParts(4096);

  /** Refuses limits that nothing could meet. */
  public ReadLimits {
    if (wireBytes < WireFormat.HEADER_SIZE || inflatedBytes < 0 || ratio < 1 || parts < 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
    if (nesting < 1 || nesting > DocumentValue.HIGHEST_NESTING) {
      throw new IllegalArgumentException(
          "nesting limit is 1 to " + DocumentValue.HIGHEST_NESTING + ", not " + nesting);
    }
  }

  /** The same limits with another one for the serialised form. */
  public ReadLimits withWireBytes(int value) {
    return new ReadLimits(value, inflatedBytes, ratio, nesting, parts);
  }

  /** The same limits with another one for the content of a compressed form. */
  public ReadLimits withInflatedBytes(int value) {
    return new ReadLimits(wireBytes, value, ratio, nesting, parts);
  }

  /** The same limits with another ratio. */
  public ReadLimits withRatio(int value) {
    return new ReadLimits(wireBytes, inflatedBytes, value, nesting, parts);
  }

  /** The same limits with another nesting. */
  public ReadLimits withNesting(int value) {
    return new ReadLimits(wireBytes, inflatedBytes, ratio, value, parts);
  }

  /** The same limits with another number of parts. */
  public ReadLimits withParts(int value) {
    return new ReadLimits(wireBytes, inflatedBytes, ratio, nesting, value);
  }

  /** The largest content in bytes that so many compressed bytes may have. */
  public int contentLimit(int compressedBytes) {
    long byRatio = Math.max(RATIO_FLOOR, (long) ratio * compressedBytes);
    return (int) Math.min(inflatedBytes, byRatio);
  }
}
