package org.bbc1.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A private key with its public key. Immutable. Source: transaction-format section 8.
 *
 * <p>The text form shows no private part.
 */
public final class KeyPair {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Curve curve;
  private final byte[] privateKey;
  private final byte[] point;
  private final boolean compressed;

  private KeyPair(Curve curve, byte[] privateKey, byte[] point, boolean compressed) {
    this.curve = curve;
    this.privateKey = privateKey;
    this.point = point;
    this.compressed = compressed;
  }

  /** A new random pair. */
  public static KeyPair generate(Curve curve) {
    byte[] candidate = new byte[SignatureInput.PRIVATE_KEY_SIZE];
    do {
      RANDOM.nextBytes(candidate);
    } while (!SignatureInput.isScalar(curve, new BigInteger(1, candidate)));
    return fromPrivateKey(curve, candidate);
  }

  /**
   * The pair of a private key.
   *
   * @param privateKey 32 bytes, big-endian, 1 to n-1
   * @throws IllegalArgumentException if it is not that
   */
  public static KeyPair fromPrivateKey(Curve curve, byte[] privateKey) {
    SignatureInput.requirePrivateKey(curve, privateKey);
    return new KeyPair(curve, privateKey.clone(), CurvePoints.publicKey(curve, privateKey), false);
  }

  /**
   * Reads a private key in PEM: {@code EC PRIVATE KEY}, with or without an {@code EC PARAMETERS}
   * block before it, or unencrypted {@code PRIVATE KEY} (PKCS#8).
   *
   * @throws IllegalArgumentException if there is no such key on a curve of BBc-1
   */
  public static KeyPair fromPem(String pem) {
    return KeyEncodings.readPem(pem);
  }

  /**
   * Reads a private key in DER: SEC1 ECPrivateKey or unencrypted PKCS#8.
   *
   * @throws IllegalArgumentException if there is no such key on a curve of BBc-1
   */
  public static KeyPair fromDer(byte[] der) {
    return KeyEncodings.readDer(der);
  }

  /** The curve. */
  public Curve curve() {
    return curve;
  }

  /** The public key as SEC1 point: 65 bytes, or 33 after {@link #withCompressedPublicKey}. */
  public byte[] publicKey() {
    return publicKey(compressed);
  }

  /** The public key as SEC1 point, 33 bytes if compressed, else 65. */
  public byte[] publicKey(boolean inCompressedForm) {
    if (!inCompressedForm) {
      return point.clone();
    }
    byte[] encoded = Arrays.copyOf(point, 1 + SignatureInput.HALF);
    encoded[0] = (byte) (2 + (point[point.length - 1] & 1));
    return encoded;
  }

  /** The private key: 32 bytes, big-endian. */
  public byte[] privateKey() {
    return privateKey.clone();
  }

  /** The same pair, whose {@link #publicKey()} is the compressed form. */
  public KeyPair withCompressedPublicKey() {
    return new KeyPair(curve, privateKey, point, true);
  }

  /** A signature over a digest of 32 bytes: r and s, 32 bytes each. */
  public byte[] sign(byte[] digest) {
    return SignatureEngines.fastest().sign(curve, privateKey, digest);
  }

  /** Whether this pair made the signature over the digest. */
  public boolean verify(byte[] digest, byte[] signature) {
    return SignatureEngines.fastest().verify(curve, point, digest, signature);
  }

  /** SEC1 ECPrivateKey with named curve and uncompressed public key. */
  public byte[] privateKeyDer() {
    return KeyEncodings.privateKeyDer(curve, privateKey, point);
  }

  /** {@link #privateKeyDer} in PEM, label {@code EC PRIVATE KEY}. */
  public String privateKeyPem() {
    return KeyEncodings.pem("EC PRIVATE KEY", privateKeyDer());
  }

  /** SubjectPublicKeyInfo with named curve and uncompressed point. */
  public byte[] publicKeyDer() {
    return KeyEncodings.publicKeyDer(curve, point);
  }

  /** {@link #publicKeyDer} in PEM, label {@code PUBLIC KEY}. */
  public String publicKeyPem() {
    return KeyEncodings.pem("PUBLIC KEY", publicKeyDer());
  }

  /** The thumbprint of the public key by RFC 7638: SHA-256 of its canonical JSON form; 32 bytes. */
  public byte[] keyId() {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    String x = encoder.encodeToString(Arrays.copyOfRange(point, 1, 33));
    String y = encoder.encodeToString(Arrays.copyOfRange(point, 33, 65));
    String json =
        "{\"crv\":\""
            + curve.jwkName()
            + "\",\"kty\":\"EC\",\"x\":\""
            + x
            + "\",\"y\":\""
            + y
            + "\"}";
    try {
      return MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyPair pair
        && curve == pair.curve
        && compressed == pair.compressed
        && MessageDigest.isEqual(privateKey, pair.privateKey);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(point);
  }

  @Override
  public String toString() {
    return "KeyPair[" + curve + ", public key " + HexFormat.of().formatHex(publicKey()) + "]";
  }
}
