package org.bbc1.node.ledger.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A root that was anchored, and where. */
@Entity
@Table(name = "merkle_root")
@IdClass(MerkleRootKey.class)
public class MerkleRootEntity {

  @Id
  @Column(name = "domain_no", nullable = false)
  private int domainNo;

  @Id
  @Column(name = "root", nullable = false)
  private byte[] root = new byte[0];

  @Column(name = "spec", nullable = false)
  private String spec = "";

  /** For the persistence provider. */
  protected MerkleRootEntity() {}

  /** A row that is not stored yet. */
  public MerkleRootEntity(int domainNo, byte[] root, String spec) {
    this.domainNo = domainNo;
    this.root = root;
    this.spec = spec;
  }

  public int getDomainNo() {
    return domainNo;
  }

  public byte[] getRoot() {
    return root;
  }

  public String getSpec() {
    return spec;
  }
}
