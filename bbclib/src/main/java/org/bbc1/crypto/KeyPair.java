package org.bbc1.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;
import javax.security.auth.Destroyable;
import org.bbc1.error.LastError;
import org.bbc1.error.StatusCode;

/**
 * A private key with its public key. Thread-safe; immutable but for {@link #destroy}. Source:
 * transaction-format section 8.
 *
 * <p>The private part appears in no text form and cannot be serialised. {@link #destroy} erases it,
 * for all forms that were derived from one pair; the public part stays. Copies are erased after use
 * wherever they are arrays; numbers inside of the signature libraries live on until they are
 * collected.
 */
public final class KeyPair implements Destroyable, AutoCloseable {

  /** Number of the compressed form of a public key, for {@link #withPointConversion}. */
  public static final int POINT_CONVERSION_COMPRESSED = 2;

  /** Number of the uncompressed form of a public key, for {@link #withPointConversion}. */
  public static final int POINT_CONVERSION_UNCOMPRESSED = 4;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final PublicKey publicPart;
  private final PrivateScalar privatePart;
  private final boolean compressed;
  private final boolean deterministic;

  private KeyPair(
      PublicKey publicPart, PrivateScalar privatePart, boolean compressed, boolean deterministic) {
    this.publicPart = publicPart;
    this.privatePart = privatePart;
    this.compressed = compressed;
    this.deterministic = deterministic;
  }

  /** A new random pair. */
  public static KeyPair generate(Curve curve) {
    byte[] candidate = new byte[SignatureInput.PRIVATE_KEY_SIZE];
    try {
      do {
        RANDOM.nextBytes(candidate);
      } while (!SignatureInput.isPrivateKey(curve, candidate));
      return fromPrivateKey(curve, candidate);
    } finally {
      Arrays.fill(candidate, (byte) 0);
    }
  }

  /**
   * The pair of a private key.
   *
   * @param privateKey 32 bytes, big-endian, 1 to n-1; copied
   * @throws KeyFormatException if it is not that
   */
  public static KeyPair fromPrivateKey(Curve curve, byte[] privateKey) {
    SignatureInput.requirePrivateKey(curve, privateKey);
    PublicKey publicKey = PublicKey.ofPrivateKey(curve, privateKey);
    return new KeyPair(publicKey, new PrivateScalar(privateKey), false, false);
  }

  /**
   * The pair of a private and a public key; the form of the public key becomes that of the pair.
   *
   * @param privateKey 32 bytes, big-endian, 1 to n-1; copied
   * @param publicKey SEC1 point, 33 or 65 bytes
   * @throws KeyFormatException if one of them is no key, or they do not belong together
   */
  public static KeyPair of(Curve curve, byte[] privateKey, byte[] publicKey) {
    PublicKey given = PublicKey.of(curve, publicKey);
    KeyPair pair = fromPrivateKey(curve, privateKey);
    if (!given.equals(pair.publicPart)) {
      pair.destroy();
      throw new KeyFormatException("the public key belongs to another private key");
    }
    return publicKey.length == 1 + SignatureInput.HALF ? pair.withCompressedPublicKey() : pair;
  }

  /**
   * Reads a private key in PEM: {@code EC PRIVATE KEY}, with or without an {@code EC PARAMETERS}
   * block before it, or unencrypted {@code PRIVATE KEY} (PKCS#8).
   *
   * @param pem at most 65536 characters; the form with bytes can be erased after use
   * @throws KeyFormatException if there is no such key on a curve of BBc-1
   */
  public static KeyPair fromPem(String pem) {
    byte[] bytes = pem.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return fromPem(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /**
   * Reads a private key in PEM, as {@link #fromPem(String)}.
   *
   * @param pem ASCII text of at most 65536 bytes; left as it is, for the caller to erase
   * @throws KeyFormatException if there is no such key on a curve of BBc-1
   */
  public static KeyPair fromPem(byte[] pem) {
    return PrivateKeyReader.readPem(pem);
  }

  /**
   * Reads a private key in DER: SEC1 ECPrivateKey or unencrypted PKCS#8.
   *
   * @param der at most 4096 bytes; left as it is, for the caller to erase
   * @throws KeyFormatException if there is no such key on a curve of BBc-1
   */
  public static KeyPair fromDer(byte[] der) {
    return PrivateKeyReader.readDer(der);
  }

  /** The curve. */
  public Curve curve() {
    return publicPart.curve();
  }

  /** The public key on its own. */
  public PublicKey publicPart() {
    return publicPart;
  }

  /** The public key as SEC1 point: 65 bytes, or 33 after {@link #withCompressedPublicKey}. */
  public byte[] publicKey() {
    return publicKey(compressed);
  }

  /** The public key as SEC1 point, 33 bytes if compressed, else 65. */
  public byte[] publicKey(boolean inCompressedForm) {
    return publicPart.encoded(inCompressedForm);
  }

  /**
   * A copy of the private key: 32 bytes, big-endian. The caller should erase it after use.
   *
   * @throws KeyErasedException after {@link #destroy}
   */
  public byte[] privateKey() {
    return privatePart.copy();
  }

  /** The same pair, whose {@link #publicKey()} is the compressed form. */
  public KeyPair withCompressedPublicKey() {
    return new KeyPair(publicPart, privatePart, true, deterministic);
  }

  /**
   * The same pair, whose {@link #publicKey()} is the form of this number.
   *
   * @throws IllegalArgumentException if it is none of {@link #POINT_CONVERSION_COMPRESSED} and
   *     {@link #POINT_CONVERSION_UNCOMPRESSED}
   */
  public KeyPair withPointConversion(int form) {
    if (form != POINT_CONVERSION_COMPRESSED && form != POINT_CONVERSION_UNCOMPRESSED) {
      throw new IllegalArgumentException("point conversion " + form);
    }
    return new KeyPair(publicPart, privatePart, form == POINT_CONVERSION_COMPRESSED, deterministic);
  }

  /** The same pair, whose {@link #sign} is {@link #signDeterministically}. */
  public KeyPair withDeterministicSignatures() {
    return new KeyPair(publicPart, privatePart, compressed, true);
  }

  /**
   * A signature over a digest of 32 bytes: r and s, 32 bytes each.
   *
   * @throws IllegalArgumentException if the digest has another length
   * @throws KeyErasedException after {@link #destroy}
   */
  public byte[] sign(byte[] digest) {
    return deterministic
        ? signDeterministically(digest)
        : sign(SignatureEngines.fastest()::sign, digest);
  }

  /**
   * As {@link #sign}, with the nonce of RFC 6979 under SHA-256: the same key and digest always give
   * the same signature, whatever engine is in use. In plain Java, so slower than {@link #sign}.
   *
   * @throws IllegalArgumentException if the digest has another length
   * @throws KeyErasedException after {@link #destroy}
   */
  public byte[] signDeterministically(byte[] digest) {
    return sign(SignatureEngines.bouncyCastle()::sign, digest);
  }

  private interface Signer {
    byte[] sign(Curve curve, byte[] privateKey, byte[] digest);
  }

  private byte[] sign(Signer signer, byte[] digest) {
    LastError.reset();
    try {
      return privatePart.use(privateKey -> signer.sign(curve(), privateKey, digest));
    } catch (KeyErasedException e) {
      LastError.set(e.statusCode(), String.valueOf(e.getMessage()));
      throw e;
    } catch (IllegalArgumentException | IllegalStateException e) {
      LastError.set(StatusCode.EOTHER, String.valueOf(e.getMessage()));
      throw e;
    }
  }

  /** Whether this pair made the signature over the digest; see {@link PublicKey#verify}. */
  public boolean verify(byte[] digest, byte[] signature) {
    LastError.reset();
    return publicPart.verify(digest, signature);
  }

  /**
   * SEC1 ECPrivateKey with named curve and uncompressed public key: 121 bytes, secp256k1 118. The
   * caller should erase it after use.
   *
   * @throws KeyErasedException after {@link #destroy}
   */
  public byte[] privateKeyDer() {
    return privatePart.use(privateKey -> PrivateKeyWriter.der(publicPart, privateKey));
  }

  /**
   * {@link #privateKeyDer} in PEM, label {@code EC PRIVATE KEY}. A text cannot be erased, {@link
   * #privateKeyPemBytes} can.
   *
   * @throws KeyErasedException after {@link #destroy}
   */
  public String privateKeyPem() {
    byte[] pem = privateKeyPemBytes();
    try {
      return new String(pem, StandardCharsets.US_ASCII);
    } finally {
      Arrays.fill(pem, (byte) 0);
    }
  }

  /**
   * {@link #privateKeyPem} as ASCII bytes, for the caller to erase after use.
   *
   * @throws KeyErasedException after {@link #destroy}
   */
  public byte[] privateKeyPemBytes() {
    return privatePart.use(privateKey -> PrivateKeyWriter.pem(publicPart, privateKey));
  }

  /** SubjectPublicKeyInfo with named curve and uncompressed point, whatever form the pair has. */
  public byte[] publicKeyDer() {
    return publicPart.toDer();
  }

  /** {@link #publicKeyDer} in PEM, label {@code PUBLIC KEY}. */
  public String publicKeyPem() {
    return publicPart.toPem();
  }

  /** The thumbprint of the public key; see {@link PublicKey#keyId}. */
  public byte[] keyId() {
    return publicPart.keyId();
  }

  /**
   * The number in as many bytes as {@link #publicKey()} has, little-endian; higher bytes are cut. A
   * leftover helper of the original library.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public byte[] toBinary(BigInteger number) {
    if (number.signum() < 0) {
      throw new IllegalArgumentException("a negative number");
    }
    byte[] digits = new byte[publicKey().length];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = number.shiftRight(8 * i).byteValue();
    }
    return digits;
  }

  /**
   * Erases the private key, here and in every pair that was derived from this one by a {@code with}
   * method. What needs it fails from now on; verifying and the public key go on working.
   */
  @Override
  public void destroy() {
    privatePart.erase();
  }

  /** The same as {@link #destroy}. */
  @Override
  public void close() {
    destroy();
  }

  @Override
  public boolean isDestroyed() {
    return privatePart.isErased();
  }

  /** The same key with the same form of its public key and the same way of signing. */
  @Override
  public boolean equals(Object other) {
    // The public key belongs to one private key only, so the secret need not be compared.
    return other instanceof KeyPair pair
        && compressed == pair.compressed
        && deterministic == pair.deterministic
        && publicPart.equals(pair.publicPart);
  }

  @Override
  public int hashCode() {
    return Objects.hash(publicPart, compressed, deterministic);
  }

  /** The public part only. */
  @Override
  public String toString() {
    return "KeyPair[" + publicPart + "]";
  }
}
