package org.bbc1.crypto;

import java.util.Arrays;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.sec.ECPrivateKey;

/**
 * Private keys as SEC1 ECPrivateKey with named curve and uncompressed public key. Source:
 * transaction-format section 8.4.
 */
final class PrivateKeyWriter {

  private static final String LABEL = "EC PRIVATE KEY";

  private PrivateKeyWriter() {}

  static byte[] der(PublicKey publicKey, byte[] privateKey) {
    return StrictDer.encode(
        new ECPrivateKey(
            new DEROctetString(privateKey),
            NamedCurves.identifier(publicKey.curve()),
            new DERBitString(publicKey.encoded(false))));
  }

  static byte[] pem(PublicKey publicKey, byte[] privateKey) {
    byte[] der = der(publicKey, privateKey);
    try {
      return Pem.encode(LABEL, der);
    } finally {
      Arrays.fill(der, (byte) 0);
    }
  }
}
