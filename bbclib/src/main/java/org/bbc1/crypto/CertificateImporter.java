package org.bbc1.crypto;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.bbc1.crypto.CertificateImport.Accepted;
import org.bbc1.crypto.CertificateImport.Reason;
import org.bbc1.crypto.CertificateImport.Refused;
import org.bouncycastle.asn1.x509.Certificate;
import org.jspecify.annotations.Nullable;

/**
 * Takes keys from self-signed X.509 certificates. There are no trusted issuers, so a certificate
 * shows no more than that its maker holds the private key. Thread-safe. Source: transaction-format
 * section 8.5.
 */
public final class CertificateImporter {

  private static final Set<String> LABELS = Set.of("CERTIFICATE");

  private final SelfSignedCheck check;

  /** An importer to which it is now what this clock says. */
  public CertificateImporter(Clock clock) {
    this.check = new SelfSignedCheck(clock, SignatureEngines.fastest());
  }

  /**
   * Takes curve and public key from a certificate.
   *
   * @param certificatePem label {@code CERTIFICATE}, at most 65536 characters
   */
  public CertificateImport read(String certificatePem) {
    return read(certificatePem.getBytes(StandardCharsets.ISO_8859_1), null);
  }

  /**
   * Takes a key pair whose public key is that of a certificate.
   *
   * @param certificatePem label {@code CERTIFICATE}, at most 65536 characters
   * @param privateKeyPem see {@link KeyPair#fromPem(String)}
   */
  public CertificateImport read(String certificatePem, String privateKeyPem) {
    byte[] privateKey = privateKeyPem.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return read(certificatePem.getBytes(StandardCharsets.ISO_8859_1), privateKey);
    } finally {
      Arrays.fill(privateKey, (byte) 0);
    }
  }

  /**
   * The same from ASCII bytes.
   *
   * @param privateKeyPem null for the public key alone; left as it is, for the caller to erase
   */
  public CertificateImport read(byte[] certificatePem, byte @Nullable [] privateKeyPem) {
    Certificate certificate;
    try {
      certificate = SelfSignedCheck.parse(Pem.first(certificatePem, LABELS));
    } catch (KeyFormatException e) {
      return new Refused(Reason.UNREADABLE);
    }
    Reason reason = check.refusal(certificate);
    if (reason != null) {
      return new Refused(reason);
    }
    PublicKey publicKey = NamedCurves.publicKeyOf(certificate.getSubjectPublicKeyInfo());
    return privateKeyPem == null
        ? new Accepted(publicKey, Optional.empty())
        : withPrivateKey(publicKey, privateKeyPem);
  }

  private static CertificateImport withPrivateKey(PublicKey publicKey, byte[] privateKeyPem) {
    KeyPair pair;
    try {
      pair = KeyPair.fromPem(privateKeyPem);
    } catch (KeyFormatException e) {
      return new Refused(Reason.UNREADABLE_PRIVATE_KEY);
    }
    if (!pair.publicPart().equals(publicKey)) {
      pair.destroy();
      return new Refused(Reason.WRONG_PRIVATE_KEY);
    }
    return new Accepted(publicKey, Optional.of(pair));
  }
}
