package org.bbc1.crypto;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The signature engines of this process. */
public final class SignatureEngines {

  /**
   * System property that says for which curves a native library may be used: {@code all} (default),
   * {@code p256}, {@code secp256k1} or {@code none}.
   */
  public static final String ACCELERATORS_PROPERTY = "bbc1.crypto.accelerators";

  private static final SignatureEngine BOUNCY_CASTLE = new BouncyCastleEngine();
  private static volatile @Nullable SignatureEngine fastest;

  private SignatureEngines() {}

  /** The engine in plain Java. */
  public static SignatureEngine bouncyCastle() {
    return BOUNCY_CASTLE;
  }

  /**
   * The fastest engine that works here: native libraries where they load, pass a self-test and are
   * not switched off by {@value #ACCELERATORS_PROPERTY}, and BouncyCastle for the rest. Made at the
   * first call.
   *
   * @throws IllegalArgumentException if the property has another value than those named there
   */
  public static SignatureEngine fastest() {
    SignatureEngine made = fastest;
    return made == null ? make() : made;
  }

  private static synchronized SignatureEngine make() {
    SignatureEngine made = fastest;
    if (made == null) {
      made = accelerated(allowed(System.getProperty(ACCELERATORS_PROPERTY, "all")));
      fastest = made;
    }
    return made;
  }

  static SignatureEngine accelerated(Set<Curve> curves) {
    Map<Curve, CurveEngine> engines = new EnumMap<>(Curve.class);
    for (Curve curve : curves) {
      CurveEngine engine = probe(curve);
      if (engine != null) {
        engines.put(curve, engine);
      }
    }
    return engines.isEmpty() ? BOUNCY_CASTLE : new AcceleratedEngine(engines, BOUNCY_CASTLE);
  }

  static Set<Curve> allowed(String setting) {
    return switch (setting.strip().toLowerCase(Locale.ROOT)) {
      case "all", "" -> EnumSet.allOf(Curve.class);
      case "p256" -> EnumSet.of(Curve.P256);
      case "secp256k1" -> EnumSet.of(Curve.SECP256K1);
      case "none" -> EnumSet.noneOf(Curve.class);
      default ->
          throw new IllegalArgumentException(
              ACCELERATORS_PROPERTY
                  + " is "
                  + setting
                  + "; it must be all, p256, secp256k1 or none");
    };
  }

  /**
   * The native engine of the curve, or null if its classes or library are missing or do not work
   * here.
   */
  private static @Nullable CurveEngine probe(Curve curve) {
    return switch (curve) {
      case P256 -> working(curve, () -> new CorrettoP256Engine());
      case SECP256K1 -> working(curve, () -> new AcinqSecp256k1Engine());
    };
  }

  // Whatever goes wrong with an optional native library, from a missing class to a foreign
  // processor, is no fault of
  // the node: it runs without.
  private static @Nullable CurveEngine working(Curve curve, Callable<CurveEngine> maker) {
    try {
      CurveEngine engine = maker.call();
      return passesSelfTest(curve, engine) ? engine : null;
    } catch (Exception | LinkageError e) {
      return null;
    }
  }

  private static boolean passesSelfTest(Curve curve, CurveEngine engine) throws Exception {
    byte[] privateKey = HexFormat.of().parseHex("01".repeat(SignatureInput.PRIVATE_KEY_SIZE));
    byte[] digest = HexFormat.of().parseHex("a5".repeat(SignatureInput.DIGEST_SIZE));
    byte[] publicKey = CurvePoints.publicKey(curve, privateKey);
    byte[] own = engine.sign(privateKey, digest);
    byte[] foreign = BOUNCY_CASTLE.sign(curve, privateKey, digest);
    byte[] damaged = foreign.clone();
    damaged[damaged.length - 1] ^= 1;
    return BOUNCY_CASTLE.verify(curve, publicKey, digest, own)
        && engine.verify(publicKey, digest, foreign)
        && !engine.verify(publicKey, digest, damaged);
  }
}
