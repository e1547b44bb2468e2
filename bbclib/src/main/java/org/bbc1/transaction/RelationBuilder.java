package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.List;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Makes relations. Ids are cut to the configured lengths. Not thread-safe. Source:
 * transaction-format sections 3.4, 7.4.
 */
public final class RelationBuilder {

  private final WritingRules rules;
  private final List<Pointer> pointers = new ArrayList<>();
  private @Nullable AssetGroupId assetGroupId;
  private @Nullable Asset asset;
  private @Nullable AssetRaw assetRaw;
  private @Nullable AssetHash assetHash;

  RelationBuilder(WritingRules rules) {
    this.rules = rules;
  }

  /** The asset group; required. */
  public RelationBuilder assetGroup(AssetGroupId id) {
    assetGroupId = rules.lengths().cut(id);
    return this;
  }

  /** The asset. */
  public RelationBuilder asset(Asset value) {
    asset = value;
    return this;
  }

  /**
   * A new asset with the id lengths and by the rules of the transaction.
   *
   * @param file content of the asset file; null or no bytes = no file
   */
  public RelationBuilder createAsset(UserId user, AssetBody body, byte @Nullable [] file) {
    byte[] content = file == null ? new byte[0] : file;
    return asset(new AssetBuilder(rules, user).body(body).file(content).build());
  }

  /** An asset whose id the caller supplies; only in transactions of version 2. */
  public RelationBuilder assetRaw(AssetId assetId, byte[] body) {
    assetRaw = new AssetRaw(rules.lengths().cut(assetId), body);
    return this;
  }

  /** Asset ids without contents; only in transactions of version 2. */
  public RelationBuilder assetHash(List<AssetId> assetIds) {
    assetHash = new AssetHash(assetIds.stream().map(rules.lengths()::cut).toList());
    return this;
  }

  /** Adds a pointer to a transaction, or to one asset of it. */
  public RelationBuilder pointer(TransactionId transactionId, @Nullable AssetId assetId) {
    pointers.add(
        new Pointer(
            rules.lengths().cut(transactionId),
            assetId == null ? null : rules.lengths().cut(assetId)));
    return this;
  }

  /** Adds a pointer to a transaction. */
  public RelationBuilder pointer(TransactionId transactionId) {
    return pointer(transactionId, null);
  }

  /**
   * The relation.
   *
   * @throws IllegalStateException if the group is missing
   */
  public Relation build() {
    if (assetGroupId == null) {
      throw new IllegalStateException("a relation needs an asset group");
    }
    return new Relation(assetGroupId, pointers, asset, assetRaw, assetHash);
  }

  static RelationBuilder of(Relation relation, WritingRules rules) {
    RelationBuilder builder = new RelationBuilder(rules).assetGroup(relation.assetGroupId());
    relation
        .pointers()
        .forEach(pointer -> builder.pointer(pointer.transactionId(), pointer.assetId()));
    builder.asset = relation.asset();
    if (relation.assetRaw() != null) {
      builder.assetRaw(relation.assetRaw().assetId(), relation.assetRaw().body());
    }
    if (relation.assetHash() != null) {
      builder.assetHash(relation.assetHash().assetIds());
    }
    return builder;
  }
}
