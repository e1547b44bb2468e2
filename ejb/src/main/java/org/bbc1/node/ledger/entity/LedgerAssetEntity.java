package org.bbc1.node.ledger.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * An asset of a transaction, as it is searched for. Its number orders assets by insertion and has
 * no index of its own in the database.
 */
@Entity
@Table(name = "ledger_asset")
public class LedgerAssetEntity {

  @Id
  @SequenceGenerator(
      name = "ledger_asset_seq",
      sequenceName = "ledger_asset_seq",
      allocationSize = 100)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger_asset_seq")
  @Column(name = "asset_no", nullable = false)
  private long assetNo;

  @Column(name = "tx_no", nullable = false)
  private long txNo;

  @Column(name = "domain_no", nullable = false)
  private int domainNo;

  @Column(name = "ordinal", nullable = false)
  private int ordinal;

  @Column(name = "kind", nullable = false)
  private int kind;

  @Column(name = "asset_group_id", nullable = false)
  private byte[] assetGroupId = new byte[0];

  @Column(name = "asset_id")
  private byte @Nullable [] assetId;

  @Column(name = "user_id")
  private byte @Nullable [] userId;

  @Column(name = "file_size", nullable = false)
  private long fileSize;

  @Column(name = "file_digest")
  private byte @Nullable [] fileDigest;

  @Column(name = "timestamp_ms", nullable = false)
  private long timestampMs;

  /** For the persistence provider. */
  protected LedgerAssetEntity() {}

  /** A row that is not stored yet. */
  public LedgerAssetEntity(
      long txNo,
      int domainNo,
      int ordinal,
      int kind,
      byte[] assetGroupId,
      byte @Nullable [] assetId,
      byte @Nullable [] userId,
      long fileSize,
      byte @Nullable [] fileDigest,
      long timestampMs) {
    this.txNo = txNo;
    this.domainNo = domainNo;
    this.ordinal = ordinal;
    this.kind = kind;
    this.assetGroupId = assetGroupId;
    this.assetId = assetId;
    this.userId = userId;
    this.fileSize = fileSize;
    this.fileDigest = fileDigest;
    this.timestampMs = timestampMs;
  }

  public long getAssetNo() {
    return assetNo;
  }

  public long getTxNo() {
    return txNo;
  }

  public int getDomainNo() {
    return domainNo;
  }

  public int getOrdinal() {
    return ordinal;
  }

  public int getKind() {
    return kind;
  }

  public byte[] getAssetGroupId() {
    return assetGroupId;
  }

  public byte @Nullable [] getAssetId() {
    return assetId;
  }

  public byte @Nullable [] getUserId() {
    return userId;
  }

  public long getFileSize() {
    return fileSize;
  }

  public byte @Nullable [] getFileDigest() {
    return fileDigest;
  }

  public long getTimestampMs() {
    return timestampMs;
  }
}
