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

/** A transaction as it was received. */
@Entity
@Table(name = "ledger_tx")
public class LedgerTransactionEntity {

  @Id
  @SequenceGenerator(name = "ledger_tx_seq", sequenceName = "ledger_tx_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger_tx_seq")
  @Column(name = "tx_no", nullable = false)
  private long txNo;

  @Column(name = "domain_no", nullable = false)
  private int domainNo;

  @Column(name = "transaction_id", nullable = false)
  private byte[] transactionId = new byte[0];

  @Column(name = "wire_format", nullable = false)
  private int wireFormat;

  @Column(name = "transaction_data", nullable = false)
  private byte[] transactionData = new byte[0];

  @Column(name = "data_sha256", nullable = false)
  private byte[] dataSha256 = new byte[0];

  @Column(name = "tx_version", nullable = false)
  private int txVersion;

  @Column(name = "tx_timestamp", nullable = false)
  private long txTimestamp;

  @Column(name = "timestamp_ms", nullable = false)
  private long timestampMs;

  @Column(name = "origin", nullable = false)
  private int origin;

  @Column(name = "inserted_at", insertable = false, updatable = false)
  private @Nullable OffsetDateTime insertedAt;

  /** For the persistence provider. */
  protected LedgerTransactionEntity() {}

  /** A row that is not stored yet. */
  public LedgerTransactionEntity(
      int domainNo,
      byte[] transactionId,
      int wireFormat,
      byte[] transactionData,
      byte[] dataSha256,
      int txVersion,
      long txTimestamp,
      long timestampMs,
      int origin) {
    this.domainNo = domainNo;
    this.transactionId = transactionId;
    this.wireFormat = wireFormat;
    this.transactionData = transactionData;
    this.dataSha256 = dataSha256;
    this.txVersion = txVersion;
    this.txTimestamp = txTimestamp;
    this.timestampMs = timestampMs;
    this.origin = origin;
  }

  public long getTxNo() {
    return txNo;
  }

  public int getDomainNo() {
    return domainNo;
  }

  public byte[] getTransactionId() {
    return transactionId;
  }

  public int getWireFormat() {
    return wireFormat;
  }

  public byte[] getTransactionData() {
    return transactionData;
  }

  public byte[] getDataSha256() {
    return dataSha256;
  }

  public int getTxVersion() {
    return txVersion;
  }

  public long getTxTimestamp() {
    return txTimestamp;
  }

  public long getTimestampMs() {
    return timestampMs;
  }

  public int getOrigin() {
    return origin;
  }

  public @Nullable OffsetDateTime getInsertedAt() {
    return insertedAt;
  }
}
