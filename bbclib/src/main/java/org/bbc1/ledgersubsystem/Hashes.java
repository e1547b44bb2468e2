package org.bbc1.ledgersubsystem;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash of the tree: SHA-256 of one or two strings of bytes, without any prefix. */
final class Hashes {

  /** Length in bytes of a hash. */
  static final int SIZE = 32;

  private Hashes() {}

  /**
   * Whether this can be registered. Two digests are hashed without a mark between them, so that a
   * part of one would pass for a whole if the rest of it could stand in a longer sibling.
   */
  static boolean isDigest(byte[] bytes) {
    return bytes.length >= 1 && bytes.length <= SIZE;
  }

  static byte[] of(byte[]... parts) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        hash.update(part);
      }
      return hash.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
