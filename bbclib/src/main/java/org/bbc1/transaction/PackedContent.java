package org.bbc1.transaction;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Packed bytes with the two borders that matter for the digests. Source: transaction-format section
 * 6.1.
 *
 * @param array holds the packed bytes from {@code offset} to its end; not copied
 * @param baseEnd where the base part ends: version up to and including the witness
 * @param crossRefEnd where the cross part ends, which follows the base part
 */
record PackedContent(byte[] array, int offset, int baseEnd, int crossRefEnd) implements Content {

  /** The same content where it lies in a larger array. */
  PackedContent within(byte[] larger, int start) {
    int shift = start - offset;
    return new PackedContent(larger, start, baseEnd + shift, crossRefEnd + shift);
  }

  @Override
  public byte[] bytes() {
    return Arrays.copyOfRange(array, offset, array.length);
  }

  @Override
  public byte[] basePreimage() {
    return Arrays.copyOfRange(array, offset, baseEnd);
  }

  @Override
  public byte[] digestPreimage(byte[] baseDigest) {
    int crossPart = crossRefEnd - baseEnd;
    byte[] preimage = Arrays.copyOf(baseDigest, baseDigest.length + crossPart);
    System.arraycopy(array, baseEnd, preimage, baseDigest.length, crossPart);
    return preimage;
  }

  @Override
  public byte[] baseDigest() {
    MessageDigest hash = Sha256.start();
    hash.update(array, offset, baseEnd - offset);
    return hash.digest();
  }

  @Override
  public byte[] digest(byte[] baseDigest) {
    MessageDigest hash = Sha256.start();
    hash.update(baseDigest);
    hash.update(array, baseEnd, crossRefEnd - baseEnd);
    return hash.digest();
  }

  @Override
  public byte[] serialize(WireFormat format) {
    if (!format.isPacked()) {
      throw new IllegalArgumentException(format + " is a format of documents");
    }
    return format.serialize(array, offset);
  }

  @Override
  public boolean sameBytes(Content other) {
    return other instanceof PackedContent packed
        && Arrays.equals(
            array, offset, array.length, packed.array, packed.offset, packed.array.length);
  }
}
