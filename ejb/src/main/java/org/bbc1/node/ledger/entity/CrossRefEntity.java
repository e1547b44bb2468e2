package org.bbc1.node.ledger.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A transaction of ours that another domain holds as a cross reference. */
@Entity
@Table(name = "cross_ref")
public class CrossRefEntity {

  @Id
  @SequenceGenerator(name = "cross_ref_seq", sequenceName = "cross_ref_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cross_ref_seq")
  @Column(name = "cross_ref_no", nullable = false)
  private long crossRefNo;

  @Column(name = "domain_no", nullable = false)
  private int domainNo;

  @Column(name = "transaction_id", nullable = false)
  private byte[] transactionId = new byte[0];

  @Column(name = "outer_domain_id", nullable = false)
  private byte[] outerDomainId = new byte[0];

  @Column(name = "txid_having_cross_ref", nullable = false)
  private byte[] txidHavingCrossRef = new byte[0];

  @Column(name = "received_at", insertable = false, updatable = false)
  private @Nullable OffsetDateTime receivedAt;

  /** For the persistence provider. */
  protected CrossRefEntity() {}

  /** A row that is not stored yet. */
  public CrossRefEntity(
      int domainNo, byte[] transactionId, byte[] outerDomainId, byte[] txidHavingCrossRef) {
    this.domainNo = domainNo;
    this.transactionId = transactionId;
    this.outerDomainId = outerDomainId;
    this.txidHavingCrossRef = txidHavingCrossRef;
  }

  public long getCrossRefNo() {
    return crossRefNo;
  }

  public int getDomainNo() {
    return domainNo;
  }

  public byte[] getTransactionId() {
    return transactionId;
  }

  public byte[] getOuterDomainId() {
    return outerDomainId;
  }

  public byte[] getTxidHavingCrossRef() {
    return txidHavingCrossRef;
  }

  public @Nullable OffsetDateTime getReceivedAt() {
    return receivedAt;
  }
}
