package org.bbc1.crypto;

/** Makes and verifies ECDSA signatures over a digest that is not hashed again. Thread-safe. */
public interface SignatureEngine {

  /**
   * Whether the signature is one of this key over this digest. Both s and n-s are accepted. Never
   * throws for bad input: whatever is wrong with key, digest or signature, the answer is false.
   *
   * @param publicKey SEC1 point, 33 bytes (prefix 02, 03) or 65 bytes (prefix 04)
   * @param digest 32 bytes
   * @param signature r and s, 32 bytes each, big-endian
   */
  boolean verify(Curve curve, byte[] publicKey, byte[] digest, byte[] signature);

  /**
   * A signature over the digest.
   *
   * @param privateKey 32 bytes, big-endian, 1 to n-1
   * @param digest 32 bytes
   * @return r and s, 32 bytes each, big-endian
   * @throws IllegalArgumentException if key or digest are not as described
   */
  byte[] sign(Curve curve, byte[] privateKey, byte[] digest);

  /** A name for logs and reports. */
  String name();
}
