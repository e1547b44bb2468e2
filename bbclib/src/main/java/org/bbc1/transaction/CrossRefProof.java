package org.bbc1.transaction;

import java.security.MessageDigest;
import org.bbc1.crypto.SignatureEngine;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
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
   * Whether the transaction of the domain was named.
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
    try {
      CrossRef crossRef = CrossRef.unpack(crossRefData);
      return baseDigest.length == Sha256.SIZE
          && crossRef.equals(new CrossRef(domainId, transactionId))
          && Signature.unpack(signatureData).verify(engine, digest(baseDigest, crossRef));
    } catch (TransactionFormatException e) {
      return false;
    }
  }

  private static byte[] digest(byte[] baseDigest, CrossRef crossRef) {
    PackedWriter crossPart = new PackedWriter(80);
    crossPart.optional(crossRef, CrossRef::write);
    MessageDigest hash = Sha256.start();
    hash.update(baseDigest);
    return hash.digest(crossPart.toByteArray());
  }
}
