package org.bbc1.node.ledger.entity;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Primary key of an asset file. */
public class AssetFileKey implements Serializable {

  private static final long serialVersionUID = 1L;

  private int domainNo;

  private byte[] assetGroupId = new byte[0];

  private byte[] assetId = new byte[0];

  /** For the persistence provider. */
  public AssetFileKey() {}

  /** A key. */
  public AssetFileKey(int domainNo, byte[] assetGroupId, byte[] assetId) {
    this.domainNo = domainNo;
    this.assetGroupId = assetGroupId;
    this.assetId = assetId;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AssetFileKey key
        && domainNo == key.domainNo
        && Arrays.equals(assetGroupId, key.assetGroupId)
        && Arrays.equals(assetId, key.assetId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(domainNo, Arrays.hashCode(assetGroupId), Arrays.hashCode(assetId));
  }
}
