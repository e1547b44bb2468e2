package org.bbc1.transaction;

import java.util.List;
import org.bbc1.id.UserId;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.PackedReader;
import org.bbc1.transaction.codec.PackedWriter;

/**
 * The users who sign, each with the number of his signature slot. Source: transaction-format
 * section 3.9.
 */
public record Witness(List<Entry> entries) {

  /**
   * One user.
   *
   * @param signatureSlot 0 to 65535
   */
  public record Entry(UserId userId, int signatureSlot) {

    static final int MINIMAL_SIZE = 3 + 2;

    /** Refuses a slot number that 2 bytes cannot hold. */
    public Entry {
      Numbers.requireU2(signatureSlot, "signature slot");
    }

    static Entry read(PackedReader in) {
      return new Entry(in.id(UserId::of), in.u2());
    }
  }

  /** All user ids have one length. */
  public Witness {
    entries = List.copyOf(entries);
    Numbers.requireOneLength(entries.stream().map(Entry::userId).toList(), "user ids");
  }

  /**
   * Reads the packed form.
   *
   * @throws TransactionFormatException if the bytes are not exactly a witness
   */
  public static Witness unpack(byte[] packed) {
    return Unpacking.whole(packed, Witness::read);
  }

  /** The packed form. */
  public byte[] pack() {
    return PackedWriter.bytesOf(this::write);
  }

  /**
   * Reads the document form.
   *
   * @throws TransactionFormatException if it is not exactly a witness
   */
  public static Witness fromDocument(Document document) {
    return DocumentFields.whole(document, WitnessDocuments::read);
  }

  /** The document form, for legacy formats 1 to 6. */
  public Document toDocument() {
    return WitnessDocuments.document(this);
  }

  static Witness read(PackedReader in) {
    return new Witness(in.list(Entry.MINIMAL_SIZE, Entry::read));
  }

  void write(PackedWriter out) {
    out.list(
        entries,
        entry -> {
          out.prefixed(entry.userId().toByteArray());
          out.u2(entry.signatureSlot());
        });
  }
}
