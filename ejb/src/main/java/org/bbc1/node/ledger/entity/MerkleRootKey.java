package org.bbc1.node.ledger.entity;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Primary key of an anchored root. */
public class MerkleRootKey implements Serializable {

  private static final long serialVersionUID = 1L;

  private int domainNo;

  private byte[] root = new byte[0];

  /** For the persistence provider. */
  public MerkleRootKey() {}

  /** A key. */
  public MerkleRootKey(int domainNo, byte[] root) {
    this.domainNo = domainNo;
    this.root = root;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MerkleRootKey key
        && domainNo == key.domainNo
        && Arrays.equals(root, key.root);
  }

  @Override
  public int hashCode() {
    return Objects.hash(domainNo, Arrays.hashCode(root));
  }
}
