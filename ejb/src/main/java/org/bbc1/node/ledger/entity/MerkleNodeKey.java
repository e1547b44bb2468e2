package org.bbc1.node.ledger.entity;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Primary key of a node of the anchoring tree. */
public class MerkleNodeKey implements Serializable {

  private static final long serialVersionUID = 1L;

  private int domainNo;

  private byte[] digest = new byte[0];

  /** For the persistence provider. */
  public MerkleNodeKey() {}

  /** A key. */
  public MerkleNodeKey(int domainNo, byte[] digest) {
    this.domainNo = domainNo;
    this.digest = digest;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MerkleNodeKey key
        && domainNo == key.domainNo
        && Arrays.equals(digest, key.digest);
  }

  @Override
  public int hashCode() {
    return Objects.hash(domainNo, Arrays.hashCode(digest));
  }
}
