package org.bbc1.transaction;

import java.util.Arrays;
import org.bbc1.id.AssetId;
import org.bbc1.transaction.codec.DocumentEncoding;
import org.bbc1.transaction.codec.DocumentValue;
import org.bbc1.transaction.codec.Documents;
import org.bbc1.transaction.codec.PackedFormatException;
import org.bbc1.transaction.codec.PackedWriter;

/**
 * What an asset id is the digest of; the writers of the format did not always agree. Source:
 * transaction-format section 6.3.
 */
public enum AssetIdRule {
  /** Rule A, of the legacy formats 1 to 6: a BSON document, under the MessagePack formats too. */
  DOCUMENT {
    @Override
    public byte[] preimage(Asset asset) {
      return Documents.encode(
          AssetDocuments.contents(asset), DocumentEncoding.BSON, DocumentValue.HIGHEST_NESTING);
    }
  },
  /**
   * Rule B, of legacy format 0 and of v1.2: the packed asset, the file digest without its length in
   * front.
   */
  PACKED_OLD {
    @Override
    public byte[] preimage(Asset asset) {
      return packed(asset, false);
    }
  },
  /** Rule C, of v1.3 and later: the packed asset, the file digest with its length in front. */
  PACKED {
    @Override
    public byte[] preimage(Asset asset) {
      return packed(asset, true);
    }
  };

  /**
   * The bytes whose SHA-256 begins with the asset id. The id the asset bears does not matter.
   *
   * @throws IllegalArgumentException if the contents cannot be written so, such as a map with
   *     values that BSON does not know
   */
  public abstract byte[] preimage(Asset asset);

  private static byte[] packed(Asset asset, boolean digestLength) {
    PackedWriter out = new PackedWriter(160 + asset.body().size());
    asset.writeContents(out, digestLength);
    return out.toByteArray();
  }

  /** The id of the asset by this rule, with so many bytes. */
  AssetId idOf(Asset asset, int length) {
    return AssetId.of(Arrays.copyOf(Sha256.of(preimage(asset)), length));
  }

  /** Whether the asset bears the id of its contents; not if they cannot be written so. */
  boolean holdsFor(Asset asset) {
    try {
      return idOf(asset, asset.assetId().length()).equals(asset.assetId());
    } catch (PackedFormatException e) {
      return false;
    }
  }
}
