package org.bbc1.crypto;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.jspecify.annotations.Nullable;

/** Structures in DER, where one content has one form only. */
final class StrictDer {

  private StrictDer() {}

  /**
   * Reads a structure and leaves no byte over.
   *
   * @param limit largest size in bytes
   * @param what the thing to be named in an error
   * @throws KeyFormatException if the bytes are not exactly one sequence in DER
   */
  static ASN1Sequence sequence(byte[] der, int limit, String what) {
    if (der.length > limit) {
      throw new KeyFormatException(what + " of " + der.length + " bytes");
    }
    if (parse(der) instanceof ASN1Sequence sequence && isEncodedAs(sequence, der)) {
      return sequence;
    }
    throw new KeyFormatException("damaged " + what);
  }

  private static @Nullable ASN1Primitive parse(byte[] der) {
    try {
      return der.length == 0 ? null : ASN1Primitive.fromByteArray(der);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private static boolean isEncodedAs(ASN1Sequence sequence, byte[] der) {
    byte[] again = encode(sequence);
    boolean same = Arrays.equals(again, der);
    Arrays.fill(again, (byte) 0);
    return same;
  }

  static byte[] encode(ASN1Object structure) {
    try {
      return structure.getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new IllegalStateException("a structure in memory cannot be encoded", e);
    }
  }
}
