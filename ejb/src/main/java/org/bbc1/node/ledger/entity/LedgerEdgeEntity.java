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
 * A link from a transaction to another, which need not be in the ledger. Its number orders links by
 * insertion and has no index of its own in the database.
 */
@Entity
@Table(name = "ledger_edge")
public class LedgerEdgeEntity {

  @Id
  @SequenceGenerator(
      name = "ledger_edge_seq",
      sequenceName = "ledger_edge_seq",
      allocationSize = 100)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger_edge_seq")
  @Column(name = "edge_no", nullable = false)
  private long edgeNo;

  @Column(name = "tx_no", nullable = false)
  private long txNo;

  @Column(name = "domain_no", nullable = false)
  private int domainNo;

  @Column(name = "ordinal", nullable = false)
  private int ordinal;

  @Column(name = "kind", nullable = false)
  private int kind;

  @Column(name = "base", nullable = false)
  private byte[] base = new byte[0];

  @Column(name = "point_to", nullable = false)
  private byte[] pointTo = new byte[0];

  @Column(name = "pointer_asset_id")
  private byte @Nullable [] pointerAssetId;

  /** For the persistence provider. */
  protected LedgerEdgeEntity() {}

  /** A row that is not stored yet. */
  public LedgerEdgeEntity(
      long txNo,
      int domainNo,
      int ordinal,
      int kind,
      byte[] base,
      byte[] pointTo,
      byte @Nullable [] pointerAssetId) {
    this.txNo = txNo;
    this.domainNo = domainNo;
    this.ordinal = ordinal;
    this.kind = kind;
    this.base = base;
    this.pointTo = pointTo;
    this.pointerAssetId = pointerAssetId;
  }

  public long getEdgeNo() {
    return edgeNo;
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

  public byte[] getBase() {
    return base;
  }

  public byte[] getPointTo() {
    return pointTo;
  }

  public byte @Nullable [] getPointerAssetId() {
    return pointerAssetId;
  }
}
