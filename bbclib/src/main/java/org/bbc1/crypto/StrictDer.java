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

  /** More than a private key needs; others make the buffer grow. */
  private static final int KEY_CAPACITY = 256;

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
    byte[] again = encode(sequence, der.length);
    boolean same = Arrays.equals(again, der);
    Arrays.fill(again, (byte) 0);
    return same;
  }

  /** The bytes of a structure, for the caller to erase if they are secret. */
  static byte[] encode(ASN1Object structure) {
    return encode(structure, KEY_CAPACITY);
  }

  private static byte[] encode(ASN1Object structure, int capacity) {
    ErasableBuffer bytes = new ErasableBuffer(capacity);
    try {
      structure.encodeTo(bytes, ASN1Encoding.DER);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("a structure in memory cannot be encoded", e);
    } finally {
      bytes.erase();
    }
  }
}
