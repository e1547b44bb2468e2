package org.bbc1.crypto;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * What every engine demands of its input before it looks at a point. Source: transaction-format
 * sections 8.2, 8.3.
 */
final class SignatureInput {

  static final int DIGEST_SIZE = 32;
  static final int PRIVATE_KEY_SIZE = 32;
  static final int HALF = 32;

  private SignatureInput() {}

  /** Prefix and length agree; the hybrid prefixes 06 and 07 are refused. */
  static boolean isPublicKey(byte[] key) {
    return switch (key.length) {
      case 33 -> key[0] == 2 || key[0] == 3;
      case 65 -> key[0] == 4;
      default -> false;
    };
  }

  static boolean isVerifiable(Curve curve, byte[] publicKey, byte[] digest, byte[] signature) {
    return digest.length == DIGEST_SIZE
        && signature.length == 2 * HALF
        && isPublicKey(publicKey)
        && isScalar(curve, r(signature))
        && isScalar(curve, s(signature));
  }

  static BigInteger r(byte[] signature) {
    return new BigInteger(1, signature, 0, HALF);
  }

  static BigInteger s(byte[] signature) {
    return new BigInteger(1, signature, HALF, HALF);
  }

  static byte[] join(BigInteger r, BigInteger s) {
    byte[] signature = new byte[2 * HALF];
    put(r, signature, 0);
    put(s, signature, HALF);
    return signature;
  }

  static boolean isScalar(Curve curve, BigInteger number) {
    return number.signum() > 0 && number.compareTo(curve.order()) < 0;
  }

  static void requireSignable(Curve curve, byte[] privateKey, byte[] digest) {
    if (digest.length != DIGEST_SIZE) {
      throw new IllegalArgumentException("digest of " + digest.length + " bytes");
    }
    requirePrivateKey(curve, privateKey);
  }

  static void requirePrivateKey(Curve curve, byte[] privateKey) {
    if (!isPrivateKey(curve, privateKey)) {
      throw new KeyFormatException("not a private key of " + curve);
    }
  }

  /**
   * Whether it is 1 to n-1, in 32 bytes. Takes the same time for all of that length, and makes no
   * number of it, which could not be erased.
   */
  static boolean isPrivateKey(Curve curve, byte[] privateKey) {
    if (privateKey.length != PRIVATE_KEY_SIZE) {
      return false;
    }
    byte[] order = new byte[HALF];
    put(curve.order(), order, 0);
    int bits = 0;
    int borrow = 0;
    for (int i = HALF - 1; i >= 0; i--) {
      bits |= privateKey[i];
      borrow = ((privateKey[i] & 0xff) - (order[i] & 0xff) - borrow) >>> 31;
    }
    return bits != 0 & borrow == 1;
  }

  /** The number in 32 bytes, big-endian, at {@code offset}. */
  static void put(BigInteger number, byte[] target, int offset) {
    byte[] bytes = number.toByteArray();
    int skip = Math.max(0, bytes.length - HALF);
    int length = bytes.length - skip;
    Arrays.fill(target, offset, offset + HALF - length, (byte) 0);
    System.arraycopy(bytes, skip, target, offset + HALF - length, length);
  }
}
