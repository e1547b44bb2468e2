package org.bbc1.transaction;

import java.util.Arrays;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
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

  /**
   * The body in the encoding that the format demands for maps. In the current format that is any
   * MessagePack, or whatever the caller has encoded; a map of a legacy document has no bytes yet.
   */
  AssetBody body(AssetBody body) {
    if (!body.isMap()) {
      return body;
    }
    if (!isLegacy()) {
      return body instanceof DocumentMapBody ? AssetBody.of(body.toMap()) : body;
    }
    return isDocument()
        ? AssetBody.ofDocument(body.toMap(), false)
        : AssetBody.of(body.toMap(), DocumentEncoding.BSON);
  }

  /**
   * The current library cuts to the length of the process, the legacy one does not cut. Another
   * domain may have shorter ids.
   */
  CrossRef crossRef(DomainId domainId, TransactionId transactionId) {
    boolean cut = !isLegacy() && transactionId.length() > IdLengths.configured().transactionId();
    return new CrossRef(domainId, cut ? IdLengths.configured().cut(transactionId) : transactionId);
  }
}
