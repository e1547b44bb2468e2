package org.bbc1.node.ledger.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A domain of this node. */
@Entity
@Table(name = "domain")
public class DomainEntity {

  @Id
  @SequenceGenerator(name = "domain_seq", sequenceName = "domain_seq", allocationSize = 1)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "domain_seq")
  @Column(name = "domain_no", nullable = false)
  private int domainNo;

  @Column(name = "domain_id", nullable = false)
  private byte[] domainId = new byte[0];

  @Column(name = "node_id", nullable = false)
  private byte[] nodeId = new byte[0];

  @Column(name = "config", nullable = false)
  private String config = "{}";

  @Column(name = "message_seq", nullable = false)
  private long messageSeq;

  /** For the persistence provider. */
  protected DomainEntity() {}

  /** A row that is not stored yet. */
  public DomainEntity(byte[] domainId, byte[] nodeId, String config) {
    this.domainId = domainId;
    this.nodeId = nodeId;
    this.config = config;
  }

  public int getDomainNo() {
    return domainNo;
  }

  public byte[] getDomainId() {
    return domainId;
  }

  public byte[] getNodeId() {
    return nodeId;
  }

  public String getConfig() {
    return config;
  }

  public long getMessageSeq() {
    return messageSeq;
  }
}
