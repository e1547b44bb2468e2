package org.bbc1.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SignatureException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.bbc1.crypto.CertificateImport.Reason;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * Whether a certificate is its own issuer's, is valid now, and carries a signature of the key
 * inside. Source: transaction-format section 8.5.
 */
final class SelfSignedCheck {

  private static final Map<ASN1ObjectIdentifier, String> HASHES =
      Map.of(
          X9ObjectIdentifiers.ecdsa_with_SHA256, "SHA-256",
          X9ObjectIdentifiers.ecdsa_with_SHA384, "SHA-384",
          X9ObjectIdentifiers.ecdsa_with_SHA512, "SHA-512");

  private final Clock clock;
  private final SignatureEngine engine;

  SelfSignedCheck(Clock clock, SignatureEngine engine) {
    this.clock = clock;
    this.engine = engine;
  }

  /**
   * Reads a certificate, its dates included.
   *
   * @throws KeyFormatException if the bytes are not exactly one in DER
   */
  static Certificate parse(byte[] der) {
    try {
      Certificate certificate =
          Certificate.getInstance(StrictDer.sequence(der, Pem.MAXIMUM_SIZE, "certificate"));
      certificate.getStartDate().getDate();
      certificate.getEndDate().getDate();
      certificate.getSignature().getOctets();
      return certificate;
    } catch (KeyFormatException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new KeyFormatException("damaged certificate");
    }
  }

  /** Why the certificate is not to be taken; null if it is. */
  @Nullable Reason refusal(Certificate certificate) {
    // As bytes: who issues for himself writes his name but one way, and comparing names by their
    // meaning takes quadratic time.
    if (!Arrays.equals(
        StrictDer.encode(certificate.getIssuer()), StrictDer.encode(certificate.getSubject()))) {
      return Reason.NOT_SELF_SIGNED;
    }
    Instant now = clock.instant();
    if (now.isBefore(certificate.getStartDate().getDate().toInstant())) {
      return Reason.NOT_YET_VALID;
    }
    if (now.isAfter(certificate.getEndDate().getDate().toInstant())) {
      return Reason.EXPIRED;
    }
    return signatureRefusal(certificate);
  }

  private @Nullable Reason signatureRefusal(Certificate certificate) {
    PublicKey key;
    try {
      key = NamedCurves.publicKeyOf(certificate.getSubjectPublicKeyInfo());
    } catch (RuntimeException e) {
      return Reason.UNSUPPORTED_KEY;
    }
    String hash = HASHES.get(certificate.getSignatureAlgorithm().getAlgorithm());
    if (hash == null) {
      return Reason.UNSUPPORTED_SIGNATURE;
    }
    boolean signed =
        certificate.getSignatureAlgorithm().equals(certificate.getTBSCertificate().getSignature())
            && verifies(key, hash, certificate);
    return signed ? null : Reason.BAD_SIGNATURE;
  }

  private boolean verifies(PublicKey key, String hash, Certificate certificate) {
    try {
      byte[] digest =
          MessageDigest.getInstance(hash).digest(StrictDer.encode(certificate.getTBSCertificate()));
      // ECDSA takes as many leading bits of a hash as the order has.
      return engine.verify(
          key.curve(),
          key.encoded(false),
          Arrays.copyOf(digest, SignatureInput.DIGEST_SIZE),
          DerSignature.decode(key.curve(), certificate.getSignature().getOctets()));
    } catch (SignatureException | RuntimeException e) {
      return false;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-2", e);
    }
  }
}
