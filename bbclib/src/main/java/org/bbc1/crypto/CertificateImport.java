package org.bbc1.crypto;

import java.util.Optional;

/** What became of a certificate. Source: transaction-format section 8.5. */
public sealed interface CertificateImport {

  /**
   * It was taken.
   *
   * @param publicKey the key of the certificate
   * @param keyPair with the private key, if one was given
   */
  record Accepted(PublicKey publicKey, Optional<KeyPair> keyPair) implements CertificateImport {}

  /** It was not taken, and why. */
  record Refused(Reason reason) implements CertificateImport {}

  /** Why a certificate is not taken; the first that applies. */
  enum Reason {
    /** No certificate, or a damaged or too large one. */
    UNREADABLE,
    /** Issued by somebody else: nobody is trusted to do that. */
    NOT_SELF_SIGNED,
    /** Its time begins later. */
    NOT_YET_VALID,
    /** Its time is over. */
    EXPIRED,
    /** The key is on no curve of BBc-1. */
    UNSUPPORTED_KEY,
    /** Signed by something else than ECDSA with SHA-256, SHA-384 or SHA-512. */
    UNSUPPORTED_SIGNATURE,
    /** The signature is not one of the key inside. */
    BAD_SIGNATURE,
    /** The private key given with it cannot be read. */
    UNREADABLE_PRIVATE_KEY,
    /** The private key given with it belongs to another public key. */
    WRONG_PRIVATE_KEY
  }

  /** Whether the certificate was taken: the truth value of the original function. */
  default boolean isAccepted() {
    return this instanceof Accepted;
  }
}
