package org.bbc1.crypto;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The curves of BBc-1 signatures. Source: transaction-format section 8.1. */
public enum Curve {
  /** secp256k1, key type 1. */
  SECP256K1(
      1,
      "secp256k1",
      "secp256k1",
      "1.3.132.0.10",
      "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"),
  /** P-256, also called prime256v1 and secp256r1, key type 2; the default. */
  P256(
      2,
      "P-256",
      "secp256r1",
      "1.2.840.10045.3.1.7",
      "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");

  /** The key type of a signature slot that nobody has signed yet; it stands for no curve. */
  public static final int NOT_INITIALIZED = 0;

  private final int keyType;
  private final String jwkName;
  private final String secName;
  private final String objectIdentifier;
  private final BigInteger order;

  Curve(int keyType, String jwkName, String secName, String objectIdentifier, String order) {
    this.keyType = keyType;
    this.jwkName = jwkName;
    this.secName = secName;
    this.objectIdentifier = objectIdentifier;
    this.order = new BigInteger(order, 16);
  }

  /** The number that stands for the curve in a packed signature. */
  public int keyType() {
    return keyType;
  }

  /** The order of the group. */
  public BigInteger order() {
    return order;
  }

  /** The curve of a key type, or null if there is none. */
  public static @Nullable Curve ofKeyType(long keyType) {
    for (Curve curve : values()) {
      if (curve.keyType == keyType) {
        return curve;
      }
    }
    return null;
  }

  /** The name in JSON Web Keys (RFC 7518, RFC 8812): {@code P-256} or {@code secp256k1}. */
  public String jwkName() {
    return jwkName;
  }

  String secName() {
    return secName;
  }

  String objectIdentifier() {
    return objectIdentifier;
  }
}
