package org.bbc1.transaction;

import java.util.Arrays;
import java.util.Objects;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * One asset id of a transaction with what a ledger indexes it by. Source: storage section A3.
 *
 * @param userId null for raw assets and listed ids
 * @param fileSize size of the asset file in bytes; 0 = no file
 * @param fileDigest digest of the asset file, 1 to 32 bytes; null = no file
 */
public record AssetEntry(
    Kind kind,
    AssetGroupId assetGroupId,
    AssetId assetId,
    @Nullable UserId userId,
    long fileSize,
    byte @Nullable [] fileDigest) {

  /** Which part of the transaction holds the asset. */
  public enum Kind {
    /** The asset of an event. */
    EVENT,
    /** The asset of a relation. */
    RELATION,
    /** The raw asset of a relation. */
    RAW,
    /** An id in the asset_hash of a relation. */
    HASH;

    /** The number that stands for the kind in a database, 0 to 3. */
    public int code() {
      return ordinal();
    }
  }

  // Written out, because NullAway does not see the annotation of an array in a compact constructor.
  /** A private copy of the digest. */
  public AssetEntry(
      Kind kind,
      AssetGroupId assetGroupId,
      AssetId assetId,
      @Nullable UserId userId,
      long fileSize,
      byte @Nullable [] fileDigest) {
    this.kind = kind;
    this.assetGroupId = assetGroupId;
    this.assetId = assetId;
    this.userId = userId;
    this.fileSize = fileSize;
    this.fileDigest = fileDigest == null ? null : fileDigest.clone();
  }

  /**
   * Whether a content is the asset file: its SHA-256 begins with the digest recorded, which old
   * libraries cut to the length of their ids. False if there is no file. Source: transaction-format
   * section 9.1.
   *
   * @param sha256 SHA-256 of the content, 32 bytes
   */
  public boolean matchesFileDigest(byte[] sha256) {
    return Sha256.beginsWith(sha256, fileDigest);
  }

  @Override
  public byte @Nullable [] fileDigest() {
    return fileDigest == null ? null : fileDigest.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AssetEntry entry
        && kind == entry.kind
        && assetGroupId.equals(entry.assetGroupId)
        && assetId.equals(entry.assetId)
        && Objects.equals(userId, entry.userId)
        && fileSize == entry.fileSize
        && Arrays.equals(fileDigest, entry.fileDigest);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, assetGroupId, assetId);
  }
}
