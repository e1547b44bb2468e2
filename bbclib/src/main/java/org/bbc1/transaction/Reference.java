package org.bbc1.transaction;

import java.util.Arrays;
import java.util.List;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.PackedReader;
import org.bbc1.transaction.codec.PackedWriter;

/**
 * An input: one event of an earlier transaction, and the signature slots reserved for those who
 * must approve its use. Source: transaction-format section 3.3.
 *
 * @param transactionId the earlier transaction
 * @param eventIndex which of its events, 0 to 65535
 * @param signatureSlots slot numbers: mandatory approvers first, then option approvers
 */
public record Reference(
    AssetGroupId assetGroupId,
    TransactionId transactionId,
    int eventIndex,
    List<Integer> signatureSlots) {

  static final int MINIMAL_SIZE = 3 + 3 + 2 + 2;

  /** Refuses numbers that 2 bytes cannot hold. */
  public Reference {
    Numbers.requireU2(eventIndex, "event index");
    signatureSlots = List.copyOf(signatureSlots);
    signatureSlots.forEach(slot -> Numbers.requireU2(slot, "signature slot"));
  }

  /**
   * Reads the packed form.
   *
   * @throws TransactionFormatException if the bytes are not exactly a reference
   */
  public static Reference unpack(byte[] packed) {
    return Unpacking.whole(packed, Reference::read);
  }

  /** The packed form. */
  public byte[] pack() {
    return PackedWriter.bytesOf(this::write);
  }

  /**
   * Reads the document form.
   *
   * @throws TransactionFormatException if it is not exactly a reference
   */
  public static Reference fromDocument(Document document) {
    return DocumentFields.whole(document, ReferenceDocuments::read);
  }

  /** The document form, for legacy formats 1 to 6. */
  public Document toDocument() {
    return ReferenceDocuments.document(this);
  }

  /** Whether the transaction is the one; the reference may hold a shorter form of its id. */
  boolean names(Transaction transaction) {
    byte[] id = transactionId.toByteArray();
    return Arrays.equals(id, Arrays.copyOf(transaction.digest(), id.length));
  }

  static Reference read(PackedReader in) {
    return new Reference(
        in.id(AssetGroupId::of), in.id(TransactionId::of), in.u2(), in.list(2, PackedReader::u2));
  }

  void write(PackedWriter out) {
    out.prefixed(assetGroupId.toByteArray());
    out.prefixed(transactionId.toByteArray());
    out.u2(eventIndex);
    out.list(signatureSlots, out::u2);
  }
}
