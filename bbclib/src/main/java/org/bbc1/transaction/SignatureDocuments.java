package org.bbc1.transaction;

import org.bbc1.crypto.Curve;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.PackedFormatException;

/** Signature slots as documents. Source: transaction-format section 5.2. */
final class SignatureDocuments {

  private SignatureDocuments() {}

  static Document document(Signature signature) {
    Curve curve = signature.curve();
    byte[] value = signature.signature();
    if (curve == null || value == null) {
      return new DocumentBuilder().number("key_type", Curve.NOT_INITIALIZED).build();
    }
    byte[] publicKey = signature.publicKey();
    if (publicKey == null) {
      throw new IllegalArgumentException("legacy formats have no signature without public key");
    }
    return new DocumentBuilder()
        .number("key_type", curve.keyType())
        .number("pubkey_len", publicKey.length * 8L)
        .bytes("pubkey", publicKey)
        .number("signature_len", value.length * 8L)
        .bytes("signature", value)
        .build();
  }

  static Signature read(DocumentFields in) {
    long keyType = in.number("key_type", 0xffffffffL);
    if (keyType == Curve.NOT_INITIALIZED) {
      return Signature.EMPTY;
    }
    Curve curve = Curve.ofKeyType(keyType);
    if (curve == null) {
      throw new PackedFormatException("key type " + keyType);
    }
    byte[] publicKey = sized(in, "pubkey_len", "pubkey");
    return Signature.of(curve, publicKey, sized(in, "signature_len", "signature"));
  }

  private static byte[] sized(DocumentFields in, String lengthKey, String key) {
    long bits = in.number(lengthKey, 0xffffffffL);
    byte[] value = in.bytes(key);
    if (value.length * 8L != bits) {
      throw new PackedFormatException(key + " of " + value.length + " bytes, " + bits + " bits");
    }
    return value;
  }
}
