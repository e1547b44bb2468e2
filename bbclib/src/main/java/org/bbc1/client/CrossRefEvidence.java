package org.bbc1.client;

import java.util.List;
import org.bbc1.crypto.SignatureEngine;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.transaction.CrossRefProof;

/**
 * What another domain holds about a transaction: the parts of the transaction there that names this
 * one in its cross reference. Source: client-protocol section 11.7.
 *
 * @param transactionId the transaction that was asked about
 * @param baseDigest base digest of the transaction that names it; 32 bytes
 * @param crossRef its packed cross reference
 * @param signature one of its packed signatures
 */
public record CrossRefEvidence(
    TransactionId transactionId, byte[] baseDigest, byte[] crossRef, byte[] signature) {

  /**
   * Whether the evidence proves that the transaction of the domain was named. Does not look at
   * whose key signed.
   */
  public boolean proves(DomainId domain, SignatureEngine engine) {
    return new CrossRefProof(engine).verify(domain, transactionId, baseDigest, crossRef, signature);
  }

  /** Documents of release 1.3 show a fourth element, which is passed over. */
  static CrossRefEvidence read(Message answer) {
    List<byte[]> parts = Answers.successful(answer).bytesList(KeyType.CROSS_REF_VERIFICATION_INFO);
    if (parts.size() < 3) {
      throw new IllegalArgumentException("cross reference evidence of " + parts.size() + " parts");
    }
    return new CrossRefEvidence(
        answer.id(KeyType.TRANSACTION_ID, TransactionId::of),
        parts.get(0),
        parts.get(1),
        parts.get(2));
  }
}
