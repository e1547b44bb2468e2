package org.bbc1.transaction.json;

import org.bbc1.crypto.Curve;
import org.bbc1.transaction.codec.PackedFormatException;

/** The names of the curves in JSON: those of JSON Web Keys. */
final class CurveNames {

  private CurveNames() {}

  static String of(Curve curve) {
    return switch (curve) {
      case SECP256K1 -> "secp256k1";
      case P256 -> "P-256";
    };
  }

  static Curve curve(String name) {
    for (Curve curve : Curve.values()) {
      if (of(curve).equals(name)) {
        return curve;
      }
    }
    throw new PackedFormatException("a curve that is not known");
  }
}
