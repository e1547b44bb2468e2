package org.bbc1.transaction;

import org.bbc1.id.AssetId;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.PackedFormatException;
import org.bbc1.transaction.codec.PackedReader;
import org.bbc1.transaction.codec.PackedWriter;
import org.jspecify.annotations.Nullable;

/**
 * Points from a relation to an earlier transaction, or to one asset of it. Source:
 * transaction-format section 3.5.
 *
 * @param assetId null = the transaction as a whole
 */
public record Pointer(TransactionId transactionId, @Nullable AssetId assetId) {

  static final int MINIMAL_SIZE = 2 + 1 + 2;

  /**
   * Reads the packed form.
   *
   * @throws TransactionFormatException if the bytes are not exactly a pointer
   */
  public static Pointer unpack(byte[] packed) {
    return Unpacking.whole(packed, Pointer::read);
  }

  /** The packed form. */
  public byte[] pack() {
    return PackedWriter.bytesOf(this::write);
  }

  /**
   * Reads the document form.
   *
   * @throws TransactionFormatException if it is not exactly a pointer
   */
  public static Pointer fromDocument(Document document) {
    return DocumentFields.whole(document, RelationDocuments::readPointer);
  }

  /** The document form, for legacy formats 1 to 6. */
  public Document toDocument() {
    return RelationDocuments.document(this);
  }

  static Pointer read(PackedReader in) {
    TransactionId transactionId = in.id(TransactionId::of);
    int flag = in.u2();
    if (flag > 1) {
      throw new PackedFormatException("pointer flag " + flag);
    }
    return new Pointer(transactionId, flag == 1 ? in.id(AssetId::of) : null);
  }

  void write(PackedWriter out) {
    out.prefixed(transactionId.toByteArray());
    out.u2(assetId == null ? 0 : 1);
    if (assetId != null) {
      out.prefixed(assetId.toByteArray());
    }
  }
}
