package org.bbc1.session;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * One end of one key exchange: ECDH on P-384 with a key pair made for this exchange only, then
 * HKDF-SHA256. Both ends compute alike. Source: client-protocol section 8.1.
 */
public final class KeyExchange {

  /** Length of a public point in bytes: X9.62, uncompressed. */
  public static final int POINT_LENGTH = 97;

  /** Longest {@code random} (HKDF info) in bytes; clients send 8. */
  public static final int MAX_RANDOM_LENGTH = 64;

  private static final int COMPRESSED_LENGTH = 49;
  private static final int SHARED_SECRET_LENGTH = 48;
  private static final ECDomainParameters P384 = domain();

  private final BigInteger privateScalar;
  private final byte[] publicPoint;
  private final byte[] ownName;

  private KeyExchange(BigInteger privateScalar, byte[] ownName) {
    this.privateScalar = privateScalar;
    this.publicPoint =
        new FixedPointCombMultiplier().multiply(P384.getG(), privateScalar).getEncoded(false);
    this.ownName = ownName;
  }

  private static ECDomainParameters domain() {
    X9ECParameters parameters = CustomNamedCurves.getByName("secp384r1");
    return new ECDomainParameters(parameters);
  }

  /** Makes a key pair and a key name. */
  public static KeyExchange begin(SecureRandom random) {
    byte[] name = new byte[SessionKey.NAME_LENGTH];
    random.nextBytes(name);
    BigInteger largest = P384.getN().subtract(BigInteger.ONE);
    return new KeyExchange(BigIntegers.createRandomInRange(BigInteger.ONE, largest, random), name);
  }

  static KeyExchange of(BigInteger privateScalar, byte[] ownName) {
    return new KeyExchange(privateScalar, ownName);
  }

  /** The public point to send, 97 bytes; a copy. */
  public byte[] publicPoint() {
    return publicPoint.clone();
  }

  /** The key name to send, 4 bytes; a copy. */
  public byte[] keyName() {
    return ownName.clone();
  }

  /**
   * Computes the key from what the other end sent.
   *
   * @param peerPoint public point of the other end, uncompressed or compressed
   * @param peerName key name of the other end, 4 bytes
   * @param nonce chosen by the client, 16 bytes
   * @param random chosen by the client, 1 to 64 bytes
   * @throws KeyExchangeException if the point is not on the curve or at infinity, or a length is
   *     wrong
   */
  public SessionKey agree(byte[] peerPoint, byte[] peerName, byte[] nonce, byte[] random)
      throws KeyExchangeException {
    check("key name", peerName.length == SessionKey.NAME_LENGTH);
    check("nonce", nonce.length == SessionKey.NONCE_LENGTH);
    check("random", random.length > 0 && random.length <= MAX_RANDOM_LENGTH);
    byte[] shared = sharedSecret(peerPoint);
    byte[] secret = new byte[SessionKey.SECRET_LENGTH];
    try {
      HKDFBytesGenerator derivation = new HKDFBytesGenerator(new SHA256Digest());
      derivation.init(new HKDFParameters(shared, null, random));
      derivation.generateBytes(secret, 0, secret.length);
      return SessionKey.of(secret, nonce, ownName, peerName);
    } finally {
      Arrays.fill(shared, (byte) 0);
      Arrays.fill(secret, (byte) 0);
    }
  }

  private byte[] sharedSecret(byte[] peerPoint) throws KeyExchangeException {
    ECDHBasicAgreement agreement = new ECDHBasicAgreement();
    agreement.init(new ECPrivateKeyParameters(privateScalar, P384));
    return BigIntegers.asUnsignedByteArray(
        SHARED_SECRET_LENGTH, agreement.calculateAgreement(decoded(peerPoint)));
  }

  /** Checks the form, that the point is on the curve, and that it is not at infinity. */
  private static ECPublicKeyParameters decoded(byte[] point) throws KeyExchangeException {
    check("point", hasKnownForm(point));
    try {
      return new ECPublicKeyParameters(P384.getCurve().decodePoint(point), P384);
    } catch (IllegalArgumentException e) {
      throw new KeyExchangeException("not a point of P-384");
    }
  }

  private static boolean hasKnownForm(byte[] point) {
    return switch (point.length) {
      case POINT_LENGTH -> point[0] == 4;
      case COMPRESSED_LENGTH -> point[0] == 2 || point[0] == 3;
      default -> false;
    };
  }

  private static void check(String what, boolean good) throws KeyExchangeException {
    if (!good) {
      throw new KeyExchangeException("a " + what + " of wrong form");
    }
  }
}
