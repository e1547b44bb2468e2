package org.bbc1.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bbc1.crypto.CertificateImport.Accepted;
import org.bbc1.crypto.CertificateImport.Reason;
import org.bbc1.crypto.CertificateImport.Refused;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which certificates are taken. All keys are test keys. */
class CertificateImporterTest {

  private static final Instant WITHIN = Instant.parse("2025-06-01T12:00:00Z");

  private final KeyPair pair = KeyPair.generate(Curve.P256);
  private final KeyPair other = KeyPair.generate(Curve.P256);

  private static CertificateImporter at(Instant time) {
    return new CertificateImporter(Clock.fixed(time, ZoneOffset.UTC));
  }

  private static CertificateImport read(String pem) {
    return at(WITHIN).read(pem);
  }

  private static Refused refused(Reason reason) {
    return new Refused(reason);
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void aSelfSignedCertificateGivesItsKey(Curve curve) throws Exception {
    KeyPair holder = KeyPair.generate(curve);
    TestCertificates certificate = new TestCertificates(holder);

    assertThat(read(certificate.pem()))
        .isEqualTo(new Accepted(holder.publicPart(), Optional.empty()));
    assertThat(at(WITHIN).read(certificate.pem(), holder.privateKeyPem()))
        .isEqualTo(new Accepted(holder.publicPart(), Optional.of(holder)));
    assertThat(read(certificate.compressedKey().pem()))
        .isEqualTo(new Accepted(holder.publicPart(), Optional.empty()));
    assertThat(read(certificate.pem()).isAccepted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2019-12-31T23:59:59Z, NOT_YET_VALID",
    "2020-01-01T00:00:00Z,",
    "2030-01-01T00:00:00Z,",
    "2030-01-01T00:00:01Z, EXPIRED"
  })
  void theTimesOfValidityAreIncluded(Instant now, Reason reason) throws Exception {
    CertificateImport answer = at(now).read(new TestCertificates(pair).pem());

    assertThat(answer instanceof Refused refused ? refused.reason() : null).isEqualTo(reason);
  }

  @Test
  void anotherIssuerIsRefusedEvenIfTheSignatureVerifies() throws Exception {
    assertThat(read(new TestCertificates(pair).issuer("CN=somebody").pem()))
        .isEqualTo(refused(Reason.NOT_SELF_SIGNED));
  }

  @Test
  void aSignatureByAnotherKeyIsRefused() throws Exception {
    assertThat(read(new TestCertificates(pair).signedBy(other).pem()))
        .isEqualTo(refused(Reason.BAD_SIGNATURE));
    assertThat(read(new TestCertificates(pair).signedBy(KeyPair.generate(Curve.SECP256K1)).pem()))
        .isEqualTo(refused(Reason.BAD_SIGNATURE));
  }

  @Test
  void strongerHashesAreTakenAndOthersRefused() throws Exception {
    assertThat(
            read(
                new TestCertificates(pair)
                    .algorithm(X9ObjectIdentifiers.ecdsa_with_SHA384, "SHA-384")
                    .pem()))
        .matches(CertificateImport::isAccepted);
    assertThat(
            read(
                new TestCertificates(pair)
                    .algorithm(X9ObjectIdentifiers.ecdsa_with_SHA512, "SHA-512")
                    .pem()))
        .matches(CertificateImport::isAccepted);
    assertThat(
            read(
                new TestCertificates(pair)
                    .algorithm(X9ObjectIdentifiers.ecdsa_with_SHA1, "SHA-1")
                    .pem()))
        .isEqualTo(refused(Reason.UNSUPPORTED_SIGNATURE));
  }

  @Test
  void theHashMustBeTheOneThatTheSignedPartNames() throws Exception {
    assertThat(
            read(
                new TestCertificates(pair)
                    .algorithm(X9ObjectIdentifiers.ecdsa_with_SHA512, "SHA-256")
                    .outerAlgorithm(X9ObjectIdentifiers.ecdsa_with_SHA256)
                    .pem()))
        .isEqualTo(refused(Reason.BAD_SIGNATURE));
  }

  @Test
  void keysOfOtherKindsAreRefused() throws Exception {
    SubjectPublicKeyInfo rsa =
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption), new byte[64]);
    byte[] hybrid = pair.publicKey(false);
    hybrid[0] = (byte) (6 + (hybrid[64] & 1));
    byte[] noPoint = pair.publicKey(false);
    noPoint[64] ^= 1;

    for (SubjectPublicKeyInfo key :
        new SubjectPublicKeyInfo[] {
          rsa,
          TestCertificates.secp384r1(),
          NamedCurves.infoOf(Curve.P256, hybrid),
          NamedCurves.infoOf(Curve.P256, noPoint),
          NamedCurves.infoOf(Curve.P256, new byte[] {0})
        }) {
      assertThat(read(new TestCertificates(pair).key(key).pem()))
          .isEqualTo(refused(Reason.UNSUPPORTED_KEY));
    }
  }

  @Test
  void aPrivateKeyOfAnotherCertificateIsRefused() throws Exception {
    String certificate = new TestCertificates(pair).pem();

    assertThat(at(WITHIN).read(certificate, other.privateKeyPem()))
        .isEqualTo(refused(Reason.WRONG_PRIVATE_KEY));
    assertThat(at(WITHIN).read(certificate, KeyPair.generate(Curve.SECP256K1).privateKeyPem()))
        .isEqualTo(refused(Reason.WRONG_PRIVATE_KEY));
    assertThat(at(WITHIN).read(certificate, "no key"))
        .isEqualTo(refused(Reason.UNREADABLE_PRIVATE_KEY));
    assertThat(at(WITHIN).read(certificate, "")).isEqualTo(refused(Reason.UNREADABLE_PRIVATE_KEY));
  }

  @Test
  void theBytesOfThePrivateKeyAreLeftToTheCaller() throws Exception {
    byte[] privateKey = pair.privateKeyPemBytes();
    byte[] before = privateKey.clone();
    byte[] certificate = new TestCertificates(pair).pem().getBytes(US_ASCII);

    assertThat(at(WITHIN).read(certificate, privateKey)).matches(CertificateImport::isAccepted);
    assertThat(privateKey).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no PEM",
        "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\nBAA=\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\nMIIBMTCB2KAD\n",
        "-----BEGIN PUBLIC KEY-----\nMAA=\n-----END PUBLIC KEY-----\n"
      })
  void whatIsNoCertificateIsUnreadable(String pem) {
    assertThat(read(pem)).isEqualTo(refused(Reason.UNREADABLE));
  }

  @Test
  void aCertificateCutAnywhereIsUnreadable() throws Exception {
    byte[] der = new TestCertificates(pair).der();
    for (int length = 0; length < der.length; length++) {
      assertThat(read(TestCertificates.pem(Arrays.copyOf(der, length))))
          .isEqualTo(refused(Reason.UNREADABLE));
    }
    assertThat(read(TestCertificates.pem(Arrays.copyOf(der, der.length + 1))))
        .isEqualTo(refused(Reason.UNREADABLE));
  }

  @Test
  void aCertificateWithOneChangedBitIsRefused() throws Exception {
    byte[] der = new TestCertificates(pair).der();
    for (int bit = 0; bit < der.length * 8; bit++) {
      byte[] changed = der.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(read(TestCertificates.pem(changed)).isAccepted()).as("bit %s", bit).isFalse();
    }
  }

  @Test
  void tooMuchTextIsUnreadable() throws Exception {
    String certificate = new TestCertificates(pair).pem();
    String room = " ".repeat(Pem.MAXIMUM_SIZE - certificate.length());

    assertThat(read(room + certificate)).matches(CertificateImport::isAccepted);
    assertThat(read(room + " " + certificate)).isEqualTo(refused(Reason.UNREADABLE));
  }

  @Test
  void namesOfManyPartsCostLittle() throws Exception {
    StringBuilder name = new StringBuilder("CN=test");
    for (int i = 0; i < 1000; i++) {
      name.append("+OU=").append(i);
    }

    assertThat(read(new TestCertificates(pair).issuer(name.toString()).pem()))
        .isEqualTo(refused(Reason.NOT_SELF_SIGNED));
  }

  @Test
  void datesAreReadInEveryLocale() throws Exception {
    String certificate = new TestCertificates(pair).pem();
    Locale before = Locale.getDefault();
    try {
      for (String tag :
          new String[] {"th-TH-u-ca-buddhist-nu-thai", "ar-EG", "ja-JP-u-ca-japanese"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(read(certificate)).as(tag).matches(CertificateImport::isAccepted);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void anUnknownSignatureAlgorithmIsRefused() throws Exception {
    assertThat(
            read(
                new TestCertificates(pair)
                    .algorithm(new ASN1ObjectIdentifier("1.2.3.4"), "SHA-256")
                    .pem()))
        .isEqualTo(refused(Reason.UNSUPPORTED_SIGNATURE));
  }
}
