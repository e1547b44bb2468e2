package org.bbc1.transaction;

/**
 * The content of a serialised transaction: uncompressed, without wire header. Its digests are taken
 * over parts of it. Source: transaction-format section 6.
 */
sealed interface Content permits PackedContent, DocumentContent {

  /** A copy of all bytes. */
  byte[] bytes();

  /** What the base digest is taken over. */
  byte[] basePreimage();

  /** What the digest is taken over; begins with or holds the base digest. */
  byte[] digestPreimage(byte[] baseDigest);

  /** SHA-256 of the {@link #basePreimage}. */
  default byte[] baseDigest() {
    return Sha256.of(basePreimage());
  }

  /** SHA-256 of the {@link #digestPreimage}. */
  default byte[] digest(byte[] baseDigest) {
    return Sha256.of(digestPreimage(baseDigest));
  }

  /**
   * The serialised form: wire header and content, compressed if the format says so.
   *
   * @throws IllegalArgumentException if the format is not one for such content
   */
  byte[] serialize(WireFormat format);

  /** Whether the bytes are the same. */
  boolean sameBytes(Content other);
}
