package org.bbc1.transaction;

import java.util.Arrays;
import org.bbc1.transaction.codec.DocumentEncoding;
import org.jspecify.annotations.Nullable;

/**
 * In what the writers of the formats differ: lengths of ids and file digests, encoding of map
 * bodies, the rule of asset ids. Source: transaction-format sections 2, 4.2, 5 and 6.3.
 *
 * @param formatType null in the current format
 */
record WritingRules(IdLengths lengths, @Nullable FormatType formatType) {

  static WritingRules current(IdLengths lengths) {
    return new WritingRules(lengths, null);
  }

  /** One length for every kind of id and for file digests; the nonce always has 32 bytes. */
  static WritingRules legacy(FormatType formatType, int idLength) {
    return new WritingRules(new IdLengths(idLength, idLength, idLength, idLength, 32), formatType);
  }

  boolean isLegacy() {
    return formatType != null;
  }

  private boolean isDocument() {
    return formatType != null && !formatType.isPacked();
  }

  AssetIdRule assetIdRule() {
    if (!isLegacy()) {
      return AssetIdRule.PACKED;
    }
    return isDocument() ? AssetIdRule.DOCUMENT : AssetIdRule.PACKED_OLD;
  }

  /** An event of the document formats need not have an asset. */
  boolean eventNeedsAsset() {
    return !isDocument();
  }

  byte[] cutFileDigest(byte[] digest) {
    return isLegacy() ? Arrays.copyOf(digest, lengths.assetId()) : digest.clone();
  }

  /** The body in the encoding that the format demands for maps. */
  AssetBody body(AssetBody body) {
    if (!body.isMap() || !isLegacy()) {
      return body;
    }
    return isDocument()
        ? AssetBody.ofDocument(body.toMap(), false)
        : AssetBody.of(body.toMap(), DocumentEncoding.BSON);
  }

  /** The legacy library never cuts the ids of a cross reference. */
  CrossRef cut(CrossRef crossRef) {
    return isLegacy()
        ? crossRef
        : new CrossRef(crossRef.domainId(), lengths.cut(crossRef.transactionId()));
  }
}
