package org.bbc1.crypto;

import fr.acinq.secp256k1.Secp256k1;
import java.math.BigInteger;

/**
 * secp256k1 by libsecp256k1. That library accepts only the lower of s and n-s, so the upper one is
 * turned over first.
 */
final class AcinqSecp256k1Engine implements CurveEngine {

  private static final BigInteger ORDER = Curve.SECP256K1.order();
  private static final BigInteger HALF_ORDER = ORDER.shiftRight(1);

  private final Secp256k1 library;

  /** Loads the native library; fails if it does not work here. */
  AcinqSecp256k1Engine() {
    library = Secp256k1.get();
  }

  @Override
  public boolean verify(byte[] publicKey, byte[] digest, byte[] signature) {
    return library.verify(lowS(signature), digest, publicKey);
  }

  private static byte[] lowS(byte[] signature) {
    BigInteger s = SignatureInput.s(signature);
    if (s.compareTo(HALF_ORDER) <= 0) {
      return signature;
    }
    byte[] low = signature.clone();
    SignatureInput.put(ORDER.subtract(s), low, SignatureInput.HALF);
    return low;
  }

  @Override
  public byte[] sign(byte[] privateKey, byte[] digest) {
    return library.sign(digest, privateKey);
  }

  @Override
  public String name() {
    return "libsecp256k1";
  }
}
