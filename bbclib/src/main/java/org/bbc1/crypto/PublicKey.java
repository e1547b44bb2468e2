package org.bbc1.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * A public key: a point of one of the curves, whatever form it was given in. Immutable. Source:
 * transaction-format sections 8.2, 8.4 and 8.6.
 */
public final class PublicKey {

  private static final Set<String> LABELS = Set.of("PUBLIC KEY", "EC PUBLIC KEY");
  private static final int LARGEST_DER = 4096;

  private final Curve curve;
  private final byte[] point;

  private PublicKey(Curve curve, byte[] point) {
    this.curve = curve;
    this.point = point;
  }

  /**
   * The key of a SEC1 point.
   *
   * @param point 33 bytes (prefix 02, 03) or 65 bytes (prefix 04)
   * @throws KeyFormatException if it is of another form, or no point of the curve
   */
  public static PublicKey of(Curve curve, byte[] point) {
    byte[] uncompressed = CurvePoints.uncompressed(curve, point);
    if (uncompressed == null) {
      throw new KeyFormatException("not a public key of " + curve);
    }
    return new PublicKey(curve, uncompressed);
  }

  static PublicKey ofPrivateKey(Curve curve, byte[] privateKey) {
    return new PublicKey(curve, CurvePoints.publicKey(curve, privateKey));
  }

  /**
   * Reads SubjectPublicKeyInfo in PEM, label {@code PUBLIC KEY} or, as some peers write it, {@code
   * EC PUBLIC KEY}.
   *
   * @param pem at most 65536 characters
   * @throws KeyFormatException if there is no such key on a curve of BBc-1
   */
  public static PublicKey fromPem(String pem) {
    return fromDer(Pem.first(pem.getBytes(StandardCharsets.ISO_8859_1), LABELS));
  }

  /**
   * Reads SubjectPublicKeyInfo in DER.
   *
   * @throws KeyFormatException if it is no such key on a curve of BBc-1
   */
  public static PublicKey fromDer(byte[] der) {
    ASN1Sequence sequence = StrictDer.sequence(der, LARGEST_DER, "public key");
    try {
      return NamedCurves.publicKeyOf(SubjectPublicKeyInfo.getInstance(sequence));
    } catch (KeyFormatException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new KeyFormatException("damaged public key");
    }
  }

  /** The curve. */
  public Curve curve() {
    return curve;
  }

  /** The SEC1 point: 33 bytes if compressed, else 65. */
  public byte[] encoded(boolean compressed) {
    if (!compressed) {
      return point.clone();
    }
    byte[] encoded = Arrays.copyOf(point, 1 + SignatureInput.HALF);
    encoded[0] = (byte) (2 + (point[point.length - 1] & 1));
    return encoded;
  }

  /**
   * Whether this key made the signature. Whatever is wrong with the input, the answer is false.
   *
   * @param digest 32 bytes
   * @param signature r and s, 32 bytes each
   */
  public boolean verify(byte[] digest, byte[] signature) {
    return SignatureEngines.fastest().verify(curve, point, digest, signature);
  }

  /** SubjectPublicKeyInfo with named curve and uncompressed point: 91 bytes, secp256k1 88. */
  public byte[] toDer() {
    return StrictDer.encode(NamedCurves.infoOf(curve, point));
  }

  /** {@link #toDer} in PEM, label {@code PUBLIC KEY}. */
  public String toPem() {
    return new String(Pem.encode("PUBLIC KEY", toDer()), StandardCharsets.US_ASCII);
  }

  /** The thumbprint by RFC 7638: SHA-256 of the canonical JSON form of the key; 32 bytes. */
  public byte[] keyId() {
    String json =
        "{\"crv\":\"%s\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}"
            .formatted(curve.jwkName(), coordinate(0), coordinate(1));
    try {
      return MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private String coordinate(int number) {
    int start = 1 + number * SignatureInput.HALF;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(point, start, start + SignatureInput.HALF));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicKey key && curve == key.curve && Arrays.equals(point, key.point);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(point);
  }

  @Override
  public String toString() {
    return "PublicKey[" + curve + ", " + HexFormat.of().formatHex(encoded(true)) + "]";
  }
}
