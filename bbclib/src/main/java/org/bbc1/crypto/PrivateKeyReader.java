package org.bbc1.crypto;

import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * Private keys in SEC1 and in unencrypted PKCS#8, each in DER or PEM. Arrays that held a private
 * part are erased. Source: transaction-format section 8.4.
 */
final class PrivateKeyReader {

  private static final Set<String> LABELS = Set.of("EC PRIVATE KEY", "PRIVATE KEY");
  private static final String WHAT = "private key";
  private static final int LARGEST_DER = 4096;
  private static final int SEC1_VERSION = 1;

  private PrivateKeyReader() {}

  static KeyPair readPem(byte[] pem) {
    byte[] der = Pem.first(pem, LABELS);
    try {
      return readDer(der);
    } finally {
      Arrays.fill(der, (byte) 0);
    }
  }

  static KeyPair readDer(byte[] der) {
    ASN1Sequence sequence = StrictDer.sequence(der, LARGEST_DER, WHAT);
    try {
      // SEC1 has the key as second element, PKCS#8 the algorithm.
      return sequence.size() > 1 && sequence.getObjectAt(1) instanceof ASN1Sequence
          ? readPkcs8(PrivateKeyInfo.getInstance(sequence))
          : readSec1(sequence, null);
    } catch (KeyFormatException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new KeyFormatException("damaged private key");
    }
  }

  private static KeyPair readPkcs8(PrivateKeyInfo info) {
    AlgorithmIdentifier algorithm = info.getPrivateKeyAlgorithm();
    if (!X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm.getAlgorithm())) {
      throw new KeyFormatException("not a key of an elliptic curve");
    }
    byte[] content = info.getPrivateKey().getOctets();
    try {
      return readSec1(
          StrictDer.sequence(content, LARGEST_DER, WHAT),
          NamedCurves.curveOf(algorithm.getParameters()));
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  /** The curve is that of the structure around it, if there is one, and none may contradict. */
  private static KeyPair readSec1(ASN1Sequence sequence, @Nullable Curve outer) {
    ECPrivateKey key = ECPrivateKey.getInstance(sequence);
    ASN1OctetString octets = key.getPrivateKey();
    try {
      requireVersion(sequence);
      Curve curve = curve(key.getParametersObject(), outer);
      return checked(pair(curve, octets.getOctets()), key.getPublicKey());
    } finally {
      Arrays.fill(octets.getOctets(), (byte) 0);
    }
  }

  private static void requireVersion(ASN1Sequence sequence) {
    int version = ASN1Integer.getInstance(sequence.getObjectAt(0)).intValueExact();
    if (version != SEC1_VERSION) {
      throw new KeyFormatException("private key of version " + version);
    }
  }

  private static Curve curve(@Nullable ASN1Encodable inner, @Nullable Curve outer) {
    if (inner == null && outer != null) {
      return outer;
    }
    Curve curve = NamedCurves.curveOf(inner);
    if (outer != null && curve != outer) {
      throw new KeyFormatException("a private key of two curves");
    }
    return curve;
  }

  /** Some writers leave out leading zero bytes, others put one in front. */
  private static KeyPair pair(Curve curve, byte[] number) {
    byte[] privateKey = new byte[SignatureInput.PRIVATE_KEY_SIZE];
    try {
      int surplus = Math.max(0, number.length - privateKey.length);
      for (int i = 0; i < surplus; i++) {
        if (number[i] != 0) {
          throw new KeyFormatException("not a private key of " + curve);
        }
      }
      int length = number.length - surplus;
      System.arraycopy(number, surplus, privateKey, privateKey.length - length, length);
      return KeyPair.fromPrivateKey(curve, privateKey);
    } finally {
      Arrays.fill(privateKey, (byte) 0);
    }
  }

  private static KeyPair checked(KeyPair pair, @Nullable ASN1BitString publicKey) {
    if (publicKey != null
        && !pair.publicPart().equals(PublicKey.of(pair.curve(), publicKey.getOctets()))) {
      pair.destroy();
      throw new KeyFormatException("the public key inside belongs to another private key");
    }
    return pair;
  }
}
