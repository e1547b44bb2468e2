package org.bbc1.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/** Keys in DER and PEM. Source: transaction-format section 8.4. */
final class KeyEncodings {

  private static final Pattern PEM_BLOCK =
      Pattern.compile("-----BEGIN ((?:EC )?PRIVATE KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  private KeyEncodings() {}

  static KeyPair readPem(String pem) {
    Matcher block = PEM_BLOCK.matcher(pem);
    if (!block.find()) {
      throw new IllegalArgumentException("no unencrypted private key in the PEM text");
    }
    return readDer(Base64.getMimeDecoder().decode(block.group(2)));
  }

  static KeyPair readDer(byte[] der) {
    try {
      ASN1Primitive structure = der.length == 0 ? null : ASN1Primitive.fromByteArray(der);
      if (structure == null) {
        throw new IllegalArgumentException("empty private key");
      }
      ASN1Sequence sequence = ASN1Sequence.getInstance(structure);
      // SEC1 has the key as second element, PKCS#8 the algorithm.
      if (sequence.size() > 1 && sequence.getObjectAt(1) instanceof ASN1Sequence) {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(sequence);
        AlgorithmIdentifier algorithm = info.getPrivateKeyAlgorithm();
        if (!X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm.getAlgorithm())) {
          throw new IllegalArgumentException("not a key of an elliptic curve");
        }
        return readSec1(
            ECPrivateKey.getInstance(info.parsePrivateKey()), algorithm.getParameters());
      }
      return readSec1(ECPrivateKey.getInstance(sequence), null);
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("damaged private key", e);
    }
  }

  private static KeyPair readSec1(ECPrivateKey key, @Nullable ASN1Encodable outerCurve) {
    ASN1Encodable parameters = outerCurve == null ? key.getParametersObject() : outerCurve;
    Curve curve = curveOf(parameters);
    byte[] number = new byte[SignatureInput.PRIVATE_KEY_SIZE];
    if (key.getKey().bitLength() > number.length * 8) {
      throw new IllegalArgumentException("not a private key of " + curve);
    }
    SignatureInput.put(key.getKey(), number, 0);
    KeyPair pair = KeyPair.fromPrivateKey(curve, number);
    if (key.getPublicKey() != null && !isPublicKeyOf(pair, key.getPublicKey().getBytes())) {
      throw new IllegalArgumentException("the public key inside belongs to another private key");
    }
    return pair;
  }

  private static boolean isPublicKeyOf(KeyPair pair, byte[] encoded) {
    byte[] point = CurvePoints.uncompressed(pair.curve(), encoded);
    return Arrays.equals(point, pair.publicKey(false));
  }

  private static Curve curveOf(@Nullable ASN1Encodable parameters) {
    if (parameters instanceof ASN1ObjectIdentifier identifier) {
      for (Curve curve : Curve.values()) {
        if (curve.objectIdentifier().equals(identifier.getId())) {
          return curve;
        }
      }
    }
    throw new IllegalArgumentException("the key is on no curve of BBc-1");
  }

  static byte[] privateKeyDer(Curve curve, byte[] privateKey, byte[] point) {
    BigInteger number = new BigInteger(1, privateKey);
    return der(
        new ECPrivateKey(
            privateKey.length * 8, number, new DERBitString(point), identifier(curve)));
  }

  static byte[] publicKeyDer(Curve curve, byte[] point) {
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, identifier(curve));
    return der(new SubjectPublicKeyInfo(algorithm, point));
  }

  static String pem(String label, byte[] der) {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN "
        + label
        + "-----\n"
        + lines.encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  private static ASN1ObjectIdentifier identifier(Curve curve) {
    return new ASN1ObjectIdentifier(curve.objectIdentifier());
  }

  private static byte[] der(ASN1Object structure) {
    try {
      return structure.getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new IllegalStateException("a key cannot be encoded", e);
    }
  }
}
