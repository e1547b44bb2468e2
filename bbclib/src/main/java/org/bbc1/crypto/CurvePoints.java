package org.bbc1.crypto;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.jspecify.annotations.Nullable;

/** Points of the curves in BouncyCastle's terms. */
final class CurvePoints {

  private static final Map<Curve, ECDomainParameters> DOMAINS = new EnumMap<>(Curve.class);

  static {
    for (Curve curve : Curve.values()) {
      X9ECParameters parameters = CustomNamedCurves.getByName(curve.secName());
      DOMAINS.put(curve, new ECDomainParameters(parameters));
    }
  }

  private CurvePoints() {}

  static ECDomainParameters domain(Curve curve) {
    ECDomainParameters domain = DOMAINS.get(curve);
    if (domain == null) {
      throw new IllegalStateException("no parameters for " + curve);
    }
    return domain;
  }

  /** The decoded key, or null if it is badly formed or not a point of the curve. */
  static @Nullable ECPublicKeyParameters decode(Curve curve, byte[] publicKey) {
    if (!SignatureInput.isPublicKey(publicKey)) {
      return null;
    }
    try {
      ECDomainParameters domain = domain(curve);
      return new ECPublicKeyParameters(domain.getCurve().decodePoint(publicKey), domain);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The uncompressed form, 65 bytes, or null; see {@link #decode}. */
  static byte @Nullable [] uncompressed(Curve curve, byte[] publicKey) {
    ECPublicKeyParameters decoded = decode(curve, publicKey);
    return decoded == null ? null : decoded.getQ().getEncoded(false);
  }

  /** The public key of a private key, uncompressed. */
  static byte[] publicKey(Curve curve, byte[] privateKey) {
    BigInteger d = new BigInteger(1, privateKey);
    return new FixedPointCombMultiplier().multiply(domain(curve).getG(), d).getEncoded(false);
  }
}
