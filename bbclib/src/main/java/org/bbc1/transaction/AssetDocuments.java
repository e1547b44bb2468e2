package org.bbc1.transaction;

import org.bbc1.id.AssetId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.PackedFormatException;
import org.jspecify.annotations.Nullable;

/** Assets as documents. Source: transaction-format sections 5.2, 5.3 and 6.3. */
final class AssetDocuments {

  private AssetDocuments() {}

  static Document document(Asset asset) {
    DocumentBuilder out = new DocumentBuilder().id("asset_id", asset.assetId());
    return writeContents(asset, out).build();
  }

  /** All but the id, which is computed from it. */
  static Document contents(Asset asset) {
    return writeContents(asset, new DocumentBuilder()).build();
  }

  private static DocumentBuilder writeContents(Asset asset, DocumentBuilder out) {
    return out.id("user_id", asset.userId())
        .bytes("nonce", asset.nonce())
        .number("asset_file_size", asset.fileSize())
        .bytes("asset_file_digest", asset.fileDigest())
        .number("asset_body_size", asset.documentBodySize())
        .value("asset_body", asset.body().documentValue());
  }

  static Asset read(DocumentFields in) {
    return new Asset(
        in.id("asset_id", AssetId::of),
        in.id("user_id", UserId::of),
        in.bytes("nonce"),
        in.number("asset_file_size", 0xffffffffL),
        fileDigest(in.optionalBytes("asset_file_digest")),
        (int) in.number("asset_body_size", Integer.MAX_VALUE),
        AssetBody.ofDocument(in.value("asset_body"), in.isRawDialect()));
  }

  private static byte @Nullable [] fileDigest(byte @Nullable [] digest) {
    if (digest != null && (digest.length < 1 || digest.length > Sha256.SIZE)) {
      throw new PackedFormatException("file digest of " + digest.length + " bytes");
    }
    return digest;
  }
}
