package org.bbc1.crypto;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/** Curves and public keys in the structures of X.509 (RFC 5480); named curves only. */
final class NamedCurves {

  private NamedCurves() {}

  /**
   * The curve of these parameters.
   *
   * @throws KeyFormatException if they are missing, spelled out, or name a curve of no use here
   */
  static Curve curveOf(@Nullable ASN1Encodable parameters) {
    if (parameters instanceof ASN1ObjectIdentifier identifier) {
      for (Curve curve : Curve.values()) {
        if (curve.objectIdentifier().equals(identifier.getId())) {
          return curve;
        }
      }
    }
    throw new KeyFormatException("the key is on no curve of BBc-1");
  }

  /**
   * The public key inside.
   *
   * @throws KeyFormatException if it is of another kind or no point of the curve
   */
  static PublicKey publicKeyOf(SubjectPublicKeyInfo info) {
    AlgorithmIdentifier algorithm = info.getAlgorithm();
    if (!X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm.getAlgorithm())) {
      throw new KeyFormatException("not a key of an elliptic curve");
    }
    return PublicKey.of(curveOf(algorithm.getParameters()), info.getPublicKeyData().getOctets());
  }

  static SubjectPublicKeyInfo infoOf(Curve curve, byte[] point) {
    return new SubjectPublicKeyInfo(
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, identifier(curve)), point);
  }

  static ASN1ObjectIdentifier identifier(Curve curve) {
    return new ASN1ObjectIdentifier(curve.objectIdentifier());
  }
}
