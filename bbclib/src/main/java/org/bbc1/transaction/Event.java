package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.List;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.PackedReader;
import org.bbc1.transaction.codec.PackedWriter;
import org.jspecify.annotations.Nullable;

/**
 * An output that a later transaction can refer to; names who must approve its use. Source:
 * transaction-format section 3.2.
 *
 * @param referenceIndices references of the same transaction that this event continues; nothing
 *     checks that they exist
 * @param mandatoryApprovers users who must all sign
 * @param optionNumerator how many of the option approvers must sign; not enforced by this library
 * @param optionApprovers users of whom some must sign; their number is the denominator
 * @param asset null only in legacy documents, where an event may lack it
 */
public record Event(
    AssetGroupId assetGroupId,
    List<Integer> referenceIndices,
    List<UserId> mandatoryApprovers,
    int optionNumerator,
    List<UserId> optionApprovers,
    @Nullable Asset asset) {

  static final int MINIMAL_SIZE = 3 + 2 + 2 + 2 + 2 + 4;

  /** Refuses numbers that 2 bytes cannot hold, and user ids of different lengths. */
  public Event {
    referenceIndices = List.copyOf(referenceIndices);
    mandatoryApprovers = List.copyOf(mandatoryApprovers);
    optionApprovers = List.copyOf(optionApprovers);
    referenceIndices.forEach(index -> Numbers.requireU2(index, "reference index"));
    Numbers.requireU2(optionNumerator, "numerator");
    List<UserId> approvers = new ArrayList<>(mandatoryApprovers);
    approvers.addAll(optionApprovers);
    Numbers.requireOneLength(approvers, "user ids");
  }

  /** A builder for an event outside of any transaction. */
  public static EventBuilder builder() {
    return new EventBuilder(WritingRules.current(IdLengths.configured()));
  }

  /** The number of option approvers. */
  public int optionDenominator() {
    return optionApprovers.size();
  }

  /**
   * Reads the packed form.
   *
   * @throws TransactionFormatException if the bytes are not exactly an event
   */
  public static Event unpack(byte[] packed) {
    return Unpacking.whole(packed, Event::read);
  }

  /** The packed form. */
  public byte[] pack() {
    return PackedWriter.bytesOf(this::write);
  }

  /**
   * Reads the document form.
   *
   * @throws TransactionFormatException if it is not exactly an event
   */
  public static Event fromDocument(Document document) {
    return DocumentFields.whole(document, EventDocuments::read);
  }

  /** The document form, for legacy formats 1 to 6. */
  public Document toDocument() {
    return EventDocuments.document(this);
  }

  static Event read(PackedReader in) {
    AssetGroupId group = in.id(AssetGroupId::of);
    List<Integer> indices = in.list(2, PackedReader::u2);
    List<UserId> mandatory = in.list(3, Event::readUser);
    int numerator = in.u2();
    List<UserId> option = in.list(3, Event::readUser);
    return new Event(group, indices, mandatory, numerator, option, in.part4(Asset::read));
  }

  private static UserId readUser(PackedReader in) {
    return in.id(UserId::of);
  }

  void write(PackedWriter out) {
    if (asset == null) {
      throw new IllegalArgumentException("an event without asset cannot be packed");
    }
    out.prefixed(assetGroupId.toByteArray());
    out.list(referenceIndices, out::u2);
    out.list(mandatoryApprovers, id -> out.prefixed(id.toByteArray()));
    out.u2(optionNumerator);
    out.list(optionApprovers, id -> out.prefixed(id.toByteArray()));
    out.part4(asset::write);
  }
}
