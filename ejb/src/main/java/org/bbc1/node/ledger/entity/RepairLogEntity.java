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

/** A request to repair a transaction or an asset file, and what became of it. */
@Entity
@Table(name = "repair_log")
public class RepairLogEntity {

  @Id
  @SequenceGenerator(name = "repair_log_seq", sequenceName = "repair_log_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "repair_log_seq")
  @Column(name = "repair_no", nullable = false)
  private long repairNo;

  @Column(name = "domain_no", nullable = false)
  private int domainNo;

  @Column(name = "transaction_id")
  private byte @Nullable [] transactionId;

  @Column(name = "asset_group_id")
  private byte @Nullable [] assetGroupId;

  @Column(name = "asset_id")
  private byte @Nullable [] assetId;

  @Column(name = "requested_at", nullable = false)
  private OffsetDateTime requestedAt = OffsetDateTime.MIN;

  @Column(name = "repaired_at")
  private @Nullable OffsetDateTime repairedAt;

  @Column(name = "repaired_by")
  private byte @Nullable [] repairedBy;

  @Column(name = "outcome")
  private @Nullable String outcome;

  /** For the persistence provider. */
  protected RepairLogEntity() {}

  /** A row that is not stored yet. */
  public RepairLogEntity(
      int domainNo,
      byte @Nullable [] transactionId,
      byte @Nullable [] assetGroupId,
      byte @Nullable [] assetId,
      OffsetDateTime requestedAt,
      @Nullable OffsetDateTime repairedAt,
      byte @Nullable [] repairedBy,
      @Nullable String outcome) {
    this.domainNo = domainNo;
    this.transactionId = transactionId;
    this.assetGroupId = assetGroupId;
    this.assetId = assetId;
    this.requestedAt = requestedAt;
    this.repairedAt = repairedAt;
    this.repairedBy = repairedBy;
    this.outcome = outcome;
  }

  public long getRepairNo() {
    return repairNo;
  }

  public int getDomainNo() {
    return domainNo;
  }

  public byte @Nullable [] getTransactionId() {
    return transactionId;
  }

  public byte @Nullable [] getAssetGroupId() {
    return assetGroupId;
  }

  public byte @Nullable [] getAssetId() {
    return assetId;
  }

  public OffsetDateTime getRequestedAt() {
    return requestedAt;
  }

  public @Nullable OffsetDateTime getRepairedAt() {
    return repairedAt;
  }

  public byte @Nullable [] getRepairedBy() {
    return repairedBy;
  }

  public @Nullable String getOutcome() {
    return outcome;
  }
}
