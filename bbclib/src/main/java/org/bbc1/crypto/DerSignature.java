package org.bbc1.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SignatureException;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** Turns a signature of 64 bytes (r, then s) into its DER form and back. */
final class DerSignature {

  private DerSignature() {}

  static byte[] encode(Curve curve, byte[] signature) throws SignatureException {
    try {
      return StandardDSAEncoding.INSTANCE.encode(
          curve.order(), SignatureInput.r(signature), SignatureInput.s(signature));
    } catch (IOException e) {
      throw new SignatureException("r or s out of range", e);
    }
  }

  static byte[] decode(Curve curve, byte[] der) throws SignatureException {
    try {
      BigInteger[] numbers = StandardDSAEncoding.INSTANCE.decode(curve.order(), der);
      return SignatureInput.join(numbers[0], numbers[1]);
    } catch (IOException e) {
      throw new SignatureException("not a signature in DER", e);
    }
  }
}
