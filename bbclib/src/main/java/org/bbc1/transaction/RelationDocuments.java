package org.bbc1.transaction;

import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.codec.DocumentValue.Document;

/** Relations and their pointers as documents. Source: transaction-format section 5.2. */
final class RelationDocuments {

  private RelationDocuments() {}

  static Document document(Relation relation) {
    if (relation.assetRaw() != null || relation.assetHash() != null) {
      throw new IllegalArgumentException("legacy formats have no asset_raw and asset_hash");
    }
    return new DocumentBuilder()
        .id("asset_group_id", relation.assetGroupId())
        .list("pointers", relation.pointers(), RelationDocuments::document)
        .part("asset", relation.asset(), AssetDocuments::document)
        .build();
  }

  static Relation read(DocumentFields in) {
    return new Relation(
        in.id("asset_group_id", AssetGroupId::of),
        in.parts("pointers", RelationDocuments::readPointer),
        in.optionalPart("asset", AssetDocuments::read),
        null,
        null);
  }

  static Document document(Pointer pointer) {
    return new DocumentBuilder()
        .id("transaction_id", pointer.transactionId())
        .id("asset_id", pointer.assetId())
        .build();
  }

  static Pointer readPointer(DocumentFields in) {
    TransactionId transactionId = in.id("transaction_id", TransactionId::of);
    byte[] assetId = in.optionalBytes("asset_id");
    return new Pointer(transactionId, assetId == null ? null : AssetId.of(assetId));
  }
}
