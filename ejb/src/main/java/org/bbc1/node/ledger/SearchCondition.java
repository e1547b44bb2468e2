package org.bbc1.node.ledger;

import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What a search or count asks for; all given parts must hold, those on assets for one and the same
 * asset. Without any part, and with time bounds alone, it speaks of all transactions of the domain;
 * with a part on assets only of transactions that have such an asset (storage A4, B4;
 * client-protocol 11.3).
 *
 * @param assetGroupId group of the asset
 * @param assetId id of the asset
 * @param userId owner of the asset
 * @param startFrom earliest time stamp, inclusive; seconds, milliseconds or microseconds since
 *     1970, told apart by size (storage B3)
 * @param until latest time stamp, inclusive, same units
 */
public record SearchCondition(
    @Nullable AssetGroupId assetGroupId,
    @Nullable AssetId assetId,
    @Nullable UserId userId,
    @Nullable Long startFrom,
    @Nullable Long until) {

  /** The whole domain. */
  public static final SearchCondition NONE = new SearchCondition(null, null, null, null, null);

  /** Whether nothing is asked for, which means the whole domain. */
  public boolean isEmpty() {
    return !concernsAssets() && startFrom == null && until == null;
  }

  boolean concernsAssets() {
    return assetGroupId != null || assetId != null || userId != null;
  }
}
