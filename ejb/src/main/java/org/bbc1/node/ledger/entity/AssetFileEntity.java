package org.bbc1.node.ledger.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An asset file and the state it was last found in. */
@Entity
@Table(name = "asset_file")
@IdClass(AssetFileKey.class)
public class AssetFileEntity {

  @Id
  @Column(name = "domain_no", nullable = false)
  private int domainNo;

  @Id
  @Column(name = "asset_group_id", nullable = false)
  private byte[] assetGroupId = new byte[0];

  @Id
  @Column(name = "asset_id", nullable = false)
  private byte[] assetId = new byte[0];

  @Column(name = "size", nullable = false)
  private long size;

  @Column(name = "sha256", nullable = false)
  private byte[] sha256 = new byte[0];

  @Column(name = "location", nullable = false)
  private String location = "";

  @Column(name = "state", nullable = false)
  private int state;

  @Column(name = "stored_at", insertable = false, updatable = false)
  private @Nullable OffsetDateTime storedAt;

  @Column(name = "checked_at")
  private @Nullable OffsetDateTime checkedAt;

  /** For the persistence provider. */
  protected AssetFileEntity() {}

  /** A row that is not stored yet. */
  public AssetFileEntity(
      int domainNo,
      byte[] assetGroupId,
      byte[] assetId,
      long size,
      byte[] sha256,
      String location,
      int state) {
    this.domainNo = domainNo;
    this.assetGroupId = assetGroupId;
    this.assetId = assetId;
    this.size = size;
    this.sha256 = sha256;
    this.location = location;
    this.state = state;
  }

  public int getDomainNo() {
    return domainNo;
  }

  public byte[] getAssetGroupId() {
    return assetGroupId;
  }

  public byte[] getAssetId() {
    return assetId;
  }

  public long getSize() {
    return size;
  }

  public byte[] getSha256() {
    return sha256;
  }

  public String getLocation() {
    return location;
  }

  public int getState() {
    return state;
  }

  public @Nullable OffsetDateTime getStoredAt() {
    return storedAt;
  }

  public @Nullable OffsetDateTime getCheckedAt() {
    return checkedAt;
  }
}
