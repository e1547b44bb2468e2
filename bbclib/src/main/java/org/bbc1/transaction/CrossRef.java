package org.bbc1.transaction;

import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.PackedReader;
import org.bbc1.transaction.codec.PackedWriter;

/** Names a transaction of another domain. Source: transaction-format section 3.9. */
public record CrossRef(DomainId domainId, TransactionId transactionId) {

  /**
   * Reads a packed cross reference.
   *
   * @throws TransactionFormatException if the bytes are not exactly one
   */
  public static CrossRef unpack(byte[] packed) {
    return Unpacking.whole(packed, CrossRef::read);
  }

  /** The packed form. */
  public byte[] pack() {
    PackedWriter out = new PackedWriter(68);
    write(out);
    return out.toByteArray();
  }

  /**
   * Reads the document form.
   *
   * @throws TransactionFormatException if it is not exactly a cross reference
   */
  public static CrossRef fromDocument(Document document) {
    return DocumentFields.whole(document, CrossRefDocuments::read);
  }

  /** The document form, for legacy formats 1 to 6. */
  public Document toDocument() {
    return CrossRefDocuments.document(this);
  }

  static CrossRef read(PackedReader in) {
    return new CrossRef(in.id(DomainId::of), in.id(TransactionId::of));
  }

  void write(PackedWriter out) {
    out.prefixed(domainId.toByteArray());
    out.prefixed(transactionId.toByteArray());
  }
}
