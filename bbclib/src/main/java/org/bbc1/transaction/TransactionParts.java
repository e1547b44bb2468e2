package org.bbc1.transaction;

import java.util.List;
import org.bbc1.id.Id;
import org.bbc1.transaction.codec.PackedFormatException;
import org.bbc1.transaction.codec.PackedReader;
import org.bbc1.transaction.codec.PackedWriter;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction consists of, without any encoding. Source: transaction-format section 3.1.
 *
 * @param idLength length of the transaction id in bytes; in packed version 0 the configured one, as
 *     it is not stored there
 */
record TransactionParts(
    int version,
    long timestamp,
    int idLength,
    List<Event> events,
    List<Reference> references,
    List<Relation> relations,
    @Nullable Witness witness,
    @Nullable CrossRef crossRef,
    List<Signature> signatures) {

  private static final int EXPECTED_SIZE = 1024;

  TransactionParts {
    if (version < 0 || version > 2) {
      throw new PackedFormatException("transaction version " + version);
    }
    if (timestamp < 0) {
      throw new PackedFormatException("negative timestamp");
    }
    if (idLength < 1 || idLength > Id.FULL_LENGTH) {
      throw new PackedFormatException("id length " + idLength);
    }
    events = List.copyOf(events);
    references = List.copyOf(references);
    relations = List.copyOf(relations);
    signatures = List.copyOf(signatures);
  }

  static TransactionParts read(PackedReader in) {
    long version = in.u4();
    if (version > 2) {
      throw new PackedFormatException("transaction version " + version);
    }
    return new TransactionParts(
        (int) version,
        in.u8(),
        version == 0 ? IdLengths.configured().transactionId() : in.u2(),
        in.list(4 + Event.MINIMAL_SIZE, reader -> reader.part4(Event::read)),
        in.list(4 + Reference.MINIMAL_SIZE, reader -> reader.part4(Reference::read)),
        in.list(
            4 + Relation.MINIMAL_SIZE,
            reader -> reader.part4(inner -> Relation.read(inner, (int) version))),
        in.optional(Witness::read),
        in.optional(CrossRef::read),
        in.list(Signature.MINIMAL_SIZE, reader -> reader.part4(Signature::read)));
  }

  /**
   * The packed form of a transaction that was not read.
   *
   * @throws PackedFormatException if reading would not find the id length again
   */
  PackedContent packNew() {
    if (version == 0 && idLength != IdLengths.configured().transactionId()) {
      throw new PackedFormatException("version 0 cannot record an id length of " + idLength);
    }
    return pack(EXPECTED_SIZE);
  }

  PackedContent pack(int expectedSize) {
    PackedWriter out = new PackedWriter(expectedSize);
    out.u4(version);
    out.u8(timestamp);
    if (version > 0) {
      out.u2(idLength);
    }
    out.list(events, event -> out.part4(event::write));
    out.list(references, reference -> out.part4(reference::write));
    out.list(relations, relation -> out.part4(inner -> relation.write(inner, version)));
    out.optional(witness, Witness::write);
    int baseEnd = out.position();
    out.optional(crossRef, CrossRef::write);
    int crossRefEnd = out.position();
    out.list(signatures, signature -> out.part4(signature::write));
    return new PackedContent(out.toByteArray(), 0, baseEnd, crossRefEnd);
  }

  /** How many parts there are that can be numerous, see {@link ReadLimits#parts}. */
  long count() {
    long count = (long) events.size() + references.size() + relations.size() + signatures.size();
    for (Relation relation : relations) {
      count += relation.pointers().size();
      count += relation.assetHash() == null ? 0 : relation.assetHash().assetIds().size();
    }
    return count + (witness == null ? 0 : witness.entries().size());
  }
}
