package org.bbc1.transaction;

import java.security.MessageDigest;

/**
 * Packed bytes with the two borders that matter for the digests. Source: transaction-format section
 * 6.1.
 *
 * @param baseEnd end of the base part: version up to and including the witness
 * @param crossRefEnd end of the cross part, which follows the base part
 */
record Packed(byte[] bytes, int baseEnd, int crossRefEnd) {

  byte[] baseDigest() {
    MessageDigest hash = Sha256.start();
    hash.update(bytes, 0, baseEnd);
    return hash.digest();
  }

  byte[] digest(byte[] baseDigest) {
    MessageDigest hash = Sha256.start();
    hash.update(baseDigest);
    hash.update(bytes, baseEnd, crossRefEnd - baseEnd);
    return hash.digest();
  }
}
