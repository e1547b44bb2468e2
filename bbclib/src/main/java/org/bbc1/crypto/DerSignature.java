package org.bbc1.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SignatureException;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * Turns a signature of 64 bytes (r, then s) into the DER form that other tools expect, and back.
 */
public final class DerSignature {

  private DerSignature() {}

  /**
   * The DER form, up to 72 bytes.
   *
   * @param signature r and s, 32 bytes each
   * @throws SignatureException if r or s is out of the range of the curve
   */
  public static byte[] encode(Curve curve, byte[] signature) throws SignatureException {
    try {
      return StandardDSAEncoding.INSTANCE.encode(
          curve.order(), SignatureInput.r(signature), SignatureInput.s(signature));
    } catch (IOException e) {
      throw new SignatureException("r or s out of range", e);
    }
  }

  /**
   * The form of 64 bytes.
   *
   * @throws SignatureException if it is not the one DER form of a signature of the curve
   */
  public static byte[] decode(Curve curve, byte[] der) throws SignatureException {
    try {
      BigInteger[] numbers = StandardDSAEncoding.INSTANCE.decode(curve.order(), der);
      return SignatureInput.join(numbers[0], numbers[1]);
    } catch (IOException | IllegalArgumentException e) {
      throw new SignatureException("not a signature in DER", e);
    }
  }
}
