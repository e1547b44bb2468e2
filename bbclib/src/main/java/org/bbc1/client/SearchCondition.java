package org.bbc1.client;

import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What the transactions that are looked for have in common; null means any. The conditions hold
 * together. Source: client-protocol section 11.3.
 *
 * @param assetGroupId group of an asset
 * @param assetId id of an asset
 * @param userId owner of an asset
 * @param startFrom earliest timestamp, in ms since 1970
 * @param until latest timestamp, in ms since 1970
 */
public record SearchCondition(
    @Nullable AssetGroupId assetGroupId,
    @Nullable AssetId assetId,
    @Nullable UserId userId,
    @Nullable Long startFrom,
    @Nullable Long until) {

  /** All transactions. */
  public static final SearchCondition ANY = new SearchCondition(null, null, null, null, null);

  /** The same within this asset group. */
  public SearchCondition inGroup(AssetGroupId group) {
    return new SearchCondition(group, assetId, userId, startFrom, until);
  }

  /** The same with this asset. */
  public SearchCondition withAsset(AssetId asset) {
    return new SearchCondition(assetGroupId, asset, userId, startFrom, until);
  }

  /** The same with an asset of this owner. */
  public SearchCondition ownedBy(UserId user) {
    return new SearchCondition(assetGroupId, assetId, user, startFrom, until);
  }

  /** The same between these timestamps, both included, in ms since 1970. */
  public SearchCondition between(@Nullable Long from, @Nullable Long to) {
    return new SearchCondition(assetGroupId, assetId, userId, from, to);
  }
}
