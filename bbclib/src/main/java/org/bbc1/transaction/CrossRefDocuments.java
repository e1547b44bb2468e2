package org.bbc1.transaction;

import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.codec.DocumentValue.Document;

/** Cross references as documents. Source: transaction-format section 5.2. */
final class CrossRefDocuments {

  private CrossRefDocuments() {}

  static Document document(CrossRef crossRef) {
    return new DocumentBuilder()
        .id("domain_id", crossRef.domainId())
        .id("transaction_id", crossRef.transactionId())
        .build();
  }

  static CrossRef read(DocumentFields in) {
    return new CrossRef(
        in.id("domain_id", DomainId::of), in.id("transaction_id", TransactionId::of));
  }
}
