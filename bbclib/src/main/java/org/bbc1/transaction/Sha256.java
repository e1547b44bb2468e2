package org.bbc1.transaction;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The only hash of BBc-1. */
final class Sha256 {

  static final int SIZE = 32;

  private Sha256() {}

  static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static byte[] of(byte[] data) {
    return start().digest(data);
  }

  /** Whether a digest begins with what is recorded of it, which old libraries have cut. */
  static boolean beginsWith(byte[] digest, byte @Nullable [] recorded) {
    return recorded != null && Arrays.equals(recorded, Arrays.copyOf(digest, recorded.length));
  }
}
