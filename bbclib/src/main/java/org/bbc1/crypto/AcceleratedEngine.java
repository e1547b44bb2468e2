package org.bbc1.crypto;

import java.util.Map;
import java.util.TreeMap;

/** Uses a native engine for the curves that have one and BouncyCastle for the others. */
final class AcceleratedEngine implements SignatureEngine {

  private final Map<Curve, CurveEngine> accelerators;
  private final SignatureEngine fallback;

  AcceleratedEngine(Map<Curve, CurveEngine> accelerators, SignatureEngine fallback) {
    this.accelerators = new TreeMap<>(accelerators);
    this.fallback = fallback;
  }

  @Override
  public boolean verify(Curve curve, byte[] publicKey, byte[] digest, byte[] signature) {
    CurveEngine engine = accelerators.get(curve);
    if (engine == null) {
      return fallback.verify(curve, publicKey, digest, signature);
    }
    if (!SignatureInput.isVerifiable(curve, publicKey, digest, signature)) {
      return false;
    }
    try {
      return engine.verify(publicKey, digest, signature);
    } catch (Exception e) {
      return false;
    }
  }

  @Override
  public byte[] sign(Curve curve, byte[] privateKey, byte[] digest) {
    CurveEngine engine = accelerators.get(curve);
    if (engine == null) {
      return fallback.sign(curve, privateKey, digest);
    }
    SignatureInput.requireSignable(curve, privateKey, digest);
    try {
      return engine.sign(privateKey, digest);
    } catch (Exception e) {
      throw new IllegalStateException("signing by " + engine.name() + " failed", e);
    }
  }

  @Override
  public String name() {
    StringBuilder name = new StringBuilder(fallback.name());
    accelerators.forEach(
        (curve, engine) -> name.append(", ").append(engine.name()).append(" for ").append(curve));
    return name.toString();
  }
}
