package org.bbc1.transaction;

import java.util.List;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of the legacy formats 1 to 6 as documents, and what their digests are taken over.
 * Source: transaction-format sections 5.2 and 6.2.
 */
final class TransactionDocuments {

  private static final String BASE = "transaction_base";
  private static final String CROSS_REF = "cross_ref";

  private TransactionDocuments() {}

  static Document document(TransactionParts parts) {
    DocumentBuilder base = baseFields(parts);
    DocumentBuilder out = new DocumentBuilder();
    if (crossRefIsInBase(parts.version())) {
      out.value(BASE, writeCrossRef(base, parts.crossRef()).build());
    } else {
      writeCrossRef(out.value(BASE, base.build()), parts.crossRef());
    }
    return out.list("signatures", parts.signatures(), SignatureDocuments::document).build();
  }

  private static DocumentBuilder writeCrossRef(DocumentBuilder out, @Nullable CrossRef crossRef) {
    return out.part(CROSS_REF, crossRef, CrossRefDocuments::document);
  }

  /** What the base digest is taken over, never with the cross reference. */
  static Document base(TransactionParts parts) {
    return baseFields(parts).build();
  }

  private static DocumentBuilder baseFields(TransactionParts parts) {
    return new DocumentBuilder()
        .part("header", parts, TransactionDocuments::header)
        .list("events", parts.events(), EventDocuments::document)
        .list("references", parts.references(), ReferenceDocuments::document)
        .list("relations", parts.relations(), RelationDocuments::document)
        .part("witness", parts.witness(), WitnessDocuments::document);
  }

  private static Document header(TransactionParts parts) {
    return new DocumentBuilder()
        .number("version", parts.version())
        .number("timestamp", parts.timestamp())
        .number("id_length", parts.idLength())
        .build();
  }

  /** What the digest is taken over. */
  static Document digested(byte[] baseDigest, @Nullable CrossRef crossRef) {
    return writeCrossRef(new DocumentBuilder().bytes("tx_base", baseDigest), crossRef).build();
  }

  private static boolean crossRefIsInBase(int version) {
    return version == 0;
  }

  private record Header(int version, long timestamp, int idLength) {

    static Header read(DocumentFields in) {
      return new Header(
          (int) in.number("version", 2),
          in.number("timestamp", Long.MAX_VALUE),
          in.u2("id_length"));
    }
  }

  private record Base(
      Header header,
      List<Event> events,
      List<Reference> references,
      List<Relation> relations,
      @Nullable Witness witness,
      @Nullable CrossRef crossRef) {

    static Base read(DocumentFields in) {
      Header header = in.part("header", Header::read);
      return new Base(
          header,
          in.parts("events", EventDocuments::read),
          in.parts("references", ReferenceDocuments::read),
          in.parts("relations", RelationDocuments::read),
          in.optionalPart("witness", WitnessDocuments::read),
          crossRefIsInBase(header.version()) ? readCrossRef(in) : null);
    }
  }

  private static @Nullable CrossRef readCrossRef(DocumentFields in) {
    return in.optionalPart(CROSS_REF, CrossRefDocuments::read);
  }

  static TransactionParts read(DocumentFields in) {
    Base base = in.part(BASE, Base::read);
    Header header = base.header();
    CrossRef crossRef = crossRefIsInBase(header.version()) ? base.crossRef() : readCrossRef(in);
    return new TransactionParts(
        header.version(),
        header.timestamp(),
        header.idLength(),
        base.events(),
        base.references(),
        base.relations(),
        base.witness(),
        crossRef,
        in.parts("signatures", SignatureDocuments::read));
  }
}
