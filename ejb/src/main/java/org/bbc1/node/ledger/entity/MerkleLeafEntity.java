package org.bbc1.node.ledger.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A leaf of the tree by which transactions are anchored. */
@Entity
@Table(name = "merkle_leaf")
@IdClass(MerkleNodeKey.class)
public class MerkleLeafEntity {

  @Id
  @Column(name = "domain_no", nullable = false)
  private int domainNo;

  @Id
  @Column(name = "digest", nullable = false)
  private byte[] digest = new byte[0];

  @Column(name = "leaf_left", nullable = false)
  private byte[] leafLeft = new byte[0];

  @Column(name = "leaf_right", nullable = false)
  private byte[] leafRight = new byte[0];

  @Column(name = "prev", nullable = false)
  private byte[] prev = new byte[0];

  /** For the persistence provider. */
  protected MerkleLeafEntity() {}

  /** A row that is not stored yet. */
  public MerkleLeafEntity(
      int domainNo, byte[] digest, byte[] leafLeft, byte[] leafRight, byte[] prev) {
    this.domainNo = domainNo;
    this.digest = digest;
    this.leafLeft = leafLeft;
    this.leafRight = leafRight;
    this.prev = prev;
  }

  public int getDomainNo() {
    return domainNo;
  }

  public byte[] getDigest() {
    return digest;
  }

  public byte[] getLeafLeft() {
    return leafLeft;
  }

  public byte[] getLeafRight() {
    return leafRight;
  }

  public byte[] getPrev() {
    return prev;
  }
}
