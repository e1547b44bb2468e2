package org.bbc1.transaction;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.SignatureEngine;
import org.bbc1.error.LastError;
import org.bbc1.error.StatusCode;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.PackedFormatException;
import org.bbc1.transaction.codec.PackedReader;
import org.bbc1.transaction.codec.PackedWriter;
import org.jspecify.annotations.Nullable;

/**
 * One signature slot: still empty, or filled with a signature and, mostly, the public key that
 * verifies it. Source: transaction-format sections 3.10 and 8.3.
 */
public final class Signature {

  /** Length of a signature in bytes: r and s, 32 bytes each, big-endian. */
  public static final int SIGNATURE_SIZE = 64;

  /** A slot nobody has signed yet. */
  public static final Signature EMPTY = new Signature(null, null, null);

  /** An empty slot on the wire: its size and the key type 0. */
  static final int MINIMAL_SIZE = 4 + 4;

  private final @Nullable Curve curve;
  private final byte @Nullable [] publicKey;
  private final byte @Nullable [] value;

  private Signature(@Nullable Curve curve, byte @Nullable [] publicKey, byte @Nullable [] value) {
    this.curve = curve;
    this.publicKey = publicKey;
    this.value = value;
  }

  /**
   * A filled slot.
   *
   * @param publicKey SEC1 point of 33 (compressed) or 65 bytes, or null if verifiers get it
   *     elsewhere
   * @param signature 64 bytes
   */
  public static Signature of(Curve curve, byte @Nullable [] publicKey, byte[] signature) {
    if (publicKey != null && publicKey.length != 33 && publicKey.length != 65) {
      throw new IllegalArgumentException("public key of " + publicKey.length + " bytes");
    }
    if (signature.length != SIGNATURE_SIZE) {
      throw new IllegalArgumentException("signature of " + signature.length + " bytes");
    }
    return new Signature(curve, publicKey == null ? null : publicKey.clone(), signature.clone());
  }

  /**
   * Reads one packed signature.
   *
   * @throws TransactionFormatException if the bytes are not exactly one
   */
  public static Signature unpack(byte[] packed) {
    return Unpacking.whole(packed, Signature::read);
  }

  /** Whether nobody has signed here yet. */
  public boolean isEmpty() {
    return curve == null;
  }

  /** The curve; null for an empty slot. */
  public @Nullable Curve curve() {
    return curve;
  }

  /** The SEC1 public key; null for an empty slot or if it is not included. */
  public byte @Nullable [] publicKey() {
    return publicKey == null ? null : publicKey.clone();
  }

  /** The 64 bytes of the signature; null for an empty slot. */
  public byte @Nullable [] signature() {
    return value == null ? null : value.clone();
  }

  /** Whether a public key is included. */
  public boolean hasPublicKey() {
    return publicKey != null;
  }

  /**
   * Whether the signature is one of the included key over the 32-byte digest; false without
   * signature or key. {@link LastError} tells a missing key (EBADKEYPAIR) from a bad signature
   * (code 0).
   */
  public boolean verify(SignatureEngine engine, byte[] digest) {
    if (publicKey == null) {
      LastError.set(StatusCode.EBADKEYPAIR, "no public key to verify with");
      return false;
    }
    return verify(engine, digest, publicKey);
  }

  /**
   * Whether the signature is one over the 32-byte digest, of the included key or else of the one
   * given.
   */
  public boolean verify(SignatureEngine engine, byte[] digest, byte[] externalPublicKey) {
    LastError.reset();
    byte[] key = publicKey == null ? externalPublicKey : publicKey;
    return curve != null && value != null && engine.verify(curve, key, digest, value);
  }

  /** The packed form; 4 bytes for an empty slot. */
  public byte[] pack() {
    PackedWriter out = new PackedWriter(141);
    write(out);
    return out.toByteArray();
  }

  /**
   * Reads the document form.
   *
   * @throws TransactionFormatException if it is not exactly a signature
   */
  public static Signature fromDocument(Document document) {
    return DocumentFields.whole(document, SignatureDocuments::read);
  }

  /** The document form, for legacy formats 1 to 6. */
  public Document toDocument() {
    return SignatureDocuments.document(this);
  }

  static Signature read(PackedReader in) {
    long keyType = in.u4();
    if (keyType == Curve.NOT_INITIALIZED) {
      return EMPTY;
    }
    Curve curve = Curve.ofKeyType(keyType);
    if (curve == null) {
      throw new PackedFormatException("key type " + keyType);
    }
    byte[] publicKey = in.bytes(byteCount(in.u4()));
    byte[] signature = in.bytes(byteCount(in.u4()));
    return of(curve, publicKey.length == 0 ? null : publicKey, signature);
  }

  private static long byteCount(long bits) {
    if (bits % 8 != 0) {
      throw new PackedFormatException("bit length " + bits);
    }
    return bits / 8;
  }

  void write(PackedWriter out) {
    if (curve == null || value == null) {
      out.u4(Curve.NOT_INITIALIZED);
      return;
    }
    out.u4(curve.keyType());
    out.u4(publicKey == null ? 0 : publicKey.length * 8L);
    if (publicKey != null) {
      out.bytes(publicKey);
    }
    out.u4(value.length * 8L);
    out.bytes(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Signature signature
        && curve == signature.curve
        && Arrays.equals(publicKey, signature.publicKey)
        && Arrays.equals(value, signature.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(curve, Arrays.hashCode(publicKey), Arrays.hashCode(value));
  }

  @Override
  public String toString() {
    return value == null
        ? "Signature[empty]"
        : "Signature[" + curve + ", " + HexFormat.of().formatHex(value) + "]";
  }
}
