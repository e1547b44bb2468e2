package org.bbc1.transaction;

import org.bbc1.crypto.SignatureEngine;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.codec.Dialect;
import org.bbc1.transaction.codec.Documents;
import org.bbc1.transaction.codec.PackedWriter;

/**
 * Proves, without the whole transaction, that another domain has named a transaction in a cross
 * reference. Does not look at whose key signed. Source: transaction-format section 9.2.
 */
public final class CrossRefProof {

  private final SignatureEngine engine;

  /** Verifies by the given engine. */
  public CrossRefProof(SignatureEngine engine) {
    this.engine = engine;
  }

  /**
   * Whether the transaction of the domain was named, by a carrier in the current format.
   *
   * @param baseDigest base digest of the transaction that carries the cross reference; 32 bytes
   * @param crossRefData its packed cross reference
   * @param signatureData one of its packed signatures, with public key
   */
  public boolean verify(
      DomainId domainId,
      TransactionId transactionId,
      byte[] baseDigest,
      byte[] crossRefData,
      byte[] signatureData) {
    return verify(
        domainId, transactionId, baseDigest, crossRefData, signatureData, FormatType.BINARY);
  }

  /** As the method below, by a carrier whose MessagePack, if it is such, is of the raw dialect. */
  public boolean verify(
      DomainId domainId,
      TransactionId transactionId,
      byte[] baseDigest,
      byte[] crossRefData,
      byte[] signatureData,
      FormatType carrierFormat) {
    return verify(
        domainId,
        transactionId,
        baseDigest,
        crossRefData,
        signatureData,
        carrierFormat,
        Dialect.RAW);
  }

  /**
   * Whether the transaction of the domain was named, by a carrier in a legacy format. A carrier in
   * the current format is proved as one in {@link FormatType#BINARY}.
   *
   * @param baseDigest base digest of the transaction that carries the cross reference; 32 bytes
   * @param crossRefData its cross reference, in the packed form whatever the format
   * @param signatureData one of its signatures, with public key; in the packed form likewise
   * @param carrierFormat decides what was signed
   * @param carrierDialect of a carrier in MessagePack; of no account in the other formats
   */
  public boolean verify(
      DomainId domainId,
      TransactionId transactionId,
      byte[] baseDigest,
      byte[] crossRefData,
      byte[] signatureData,
      FormatType carrierFormat,
      Dialect carrierDialect) {
    try {
      CrossRef crossRef = CrossRef.unpack(crossRefData);
      return baseDigest.length == Sha256.SIZE
          && crossRef.equals(new CrossRef(domainId, transactionId))
          && Signature.unpack(signatureData)
              .verify(
                  engine, Sha256.of(preimage(baseDigest, crossRef, carrierFormat, carrierDialect)));
    } catch (TransactionFormatException e) {
      return false;
    }
  }

  private static byte[] preimage(
      byte[] baseDigest, CrossRef crossRef, FormatType format, Dialect dialect) {
    if (!format.isPacked()) {
      return Documents.encode(
          TransactionDocuments.digested(baseDigest, crossRef), format.encoding(dialect));
    }
    PackedWriter preimage = new PackedWriter(112);
    preimage.bytes(baseDigest);
    preimage.optional(crossRef, CrossRef::write);
    return preimage.toByteArray();
  }
}
