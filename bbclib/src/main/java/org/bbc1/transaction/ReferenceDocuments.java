package org.bbc1.transaction;

import org.bbc1.id.AssetGroupId;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.codec.DocumentValue.Document;

/** References as documents. Source: transaction-format section 5.2. */
final class ReferenceDocuments {

  private ReferenceDocuments() {}

  static Document document(Reference reference) {
    return new DocumentBuilder()
        .id("asset_group_id", reference.assetGroupId())
        .id("transaction_id", reference.transactionId())
        .number("event_index_in_ref", reference.eventIndex())
        .numbers("sig_indices", reference.signatureSlots())
        .build();
  }

  static Reference read(DocumentFields in) {
    return new Reference(
        in.id("asset_group_id", AssetGroupId::of),
        in.id("transaction_id", TransactionId::of),
        in.u2("event_index_in_ref"),
        in.u2s("sig_indices"));
  }
}
