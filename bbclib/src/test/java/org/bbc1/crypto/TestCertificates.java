package org.bbc1.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Makes certificates, good ones and others. The keys are test keys and protect nothing. */
final class TestCertificates {

  static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
  static final Instant END = Instant.parse("2030-01-01T00:00:00Z");

  private final KeyPair holder;
  private KeyPair signer;
  private String issuer = "CN=test";
  private SubjectPublicKeyInfo key;
  private ASN1ObjectIdentifier algorithm = X9ObjectIdentifiers.ecdsa_with_SHA256;
  private ASN1ObjectIdentifier outerAlgorithm = X9ObjectIdentifiers.ecdsa_with_SHA256;
  private String hash = "SHA-256";

  TestCertificates(KeyPair holder) {
    this.holder = holder;
    this.signer = holder;
    this.key = SubjectPublicKeyInfo.getInstance(holder.publicKeyDer());
  }

  TestCertificates signedBy(KeyPair value) {
    signer = value;
    return this;
  }

  TestCertificates issuer(String value) {
    issuer = value;
    return this;
  }

  TestCertificates key(SubjectPublicKeyInfo value) {
    key = value;
    return this;
  }

  TestCertificates compressedKey() {
    return key(NamedCurves.infoOf(holder.curve(), holder.publicKey(true)));
  }

  TestCertificates algorithm(ASN1ObjectIdentifier identifier, String digest) {
    algorithm = identifier;
    outerAlgorithm = identifier;
    hash = digest;
    return this;
  }

  TestCertificates outerAlgorithm(ASN1ObjectIdentifier value) {
    outerAlgorithm = value;
    return this;
  }

  byte[] der() throws Exception {
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(7));
    generator.setIssuer(new X500Name(issuer));
    generator.setSubject(new X500Name("CN=test"));
    generator.setStartDate(new Time(Date.from(BEGIN)));
    generator.setEndDate(new Time(Date.from(END)));
    generator.setSubjectPublicKeyInfo(key);
    generator.setSignature(new AlgorithmIdentifier(algorithm));
    TBSCertificate content = generator.generateTBSCertificate();
    ASN1EncodableVector certificate = new ASN1EncodableVector();
    certificate.add(content);
    certificate.add(new AlgorithmIdentifier(outerAlgorithm));
    certificate.add(new DERBitString(signature(content)));
    return new DERSequence(certificate).getEncoded("DER");
  }

  private byte[] signature(TBSCertificate content) throws Exception {
    byte[] digest = MessageDigest.getInstance(hash).digest(content.getEncoded("DER"));
    byte[] leading = new byte[32];
    int length = Math.min(32, digest.length);
    System.arraycopy(digest, 0, leading, 32 - length, length);
    return DerSignature.encode(signer.curve(), signer.sign(leading));
  }

  String pem() throws Exception {
    return pem(der());
  }

  static String pem(byte[] der) {
    return new String(Pem.encode("CERTIFICATE", der), StandardCharsets.US_ASCII);
  }

  /** The key of a curve that BBc-1 does not use; the point need not be one. */
  static SubjectPublicKeyInfo secp384r1() {
    return new SubjectPublicKeyInfo(
        new AlgorithmIdentifier(
            X9ObjectIdentifiers.id_ecPublicKey, new ASN1ObjectIdentifier("1.3.132.0.34")),
        HexFormat.of().parseHex("04" + "11".repeat(96)));
  }
}
