package org.bbc1.crypto;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/**
 * Both curves in plain Java, with deterministic nonces (RFC 6979, SHA-256). The engine that is
 * always there.
 */
final class BouncyCastleEngine implements SignatureEngine {

  private static final int CACHED_KEYS = 4096;

  private final Map<Curve, PublicKeyCache<ECPublicKeyParameters>> caches =
      new EnumMap<>(Curve.class);

  BouncyCastleEngine() {
    for (Curve curve : Curve.values()) {
      caches.put(curve, new PublicKeyCache<>(CACHED_KEYS));
    }
  }

  @Override
  public boolean verify(Curve curve, byte[] publicKey, byte[] digest, byte[] signature) {
    PublicKeyCache<ECPublicKeyParameters> cache = caches.get(curve);
    if (cache == null || !SignatureInput.isVerifiable(curve, publicKey, digest, signature)) {
      return false;
    }
    ECPublicKeyParameters key = cache.get(publicKey, bytes -> CurvePoints.decode(curve, bytes));
    if (key == null) {
      return false;
    }
    ECDSASigner signer = new ECDSASigner();
    signer.init(false, key);
    return signer.verifySignature(digest, SignatureInput.r(signature), SignatureInput.s(signature));
  }

  @Override
  public byte[] sign(Curve curve, byte[] privateKey, byte[] digest) {
    SignatureInput.requireSignable(curve, privateKey, digest);
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(
        true, new ECPrivateKeyParameters(new BigInteger(1, privateKey), CurvePoints.domain(curve)));
    BigInteger[] numbers = signer.generateSignature(digest);
    return SignatureInput.join(numbers[0], numbers[1]);
  }

  @Override
  public String name() {
    return "BouncyCastle";
  }
}
