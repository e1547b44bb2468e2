package org.bbc1.node.ledger;

import org.bbc1.id.AssetGroupId;
import org.bbc1.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * How to walk along the references and pointers of transactions (client-protocol 11.5).
 *
 * @param way towards the linked transactions or towards those that link here
 * @param hopCount number of levels, the start being the first; 0 or less finds nothing; capped at
 *     twice {@code maxTraverse}
 * @param assetGroupId visit only transactions with an asset of this group
 * @param userId visit only transactions with an asset of this owner; with {@code assetGroupId} one
 *     asset must match both
 * @param startFrom earliest time stamp, inclusive, units of storage B3; has an effect only towards
 *     the past
 * @param until latest time stamp, inclusive, units of storage B3; has an effect only towards the
 *     future
 * @param maxTraverse most transactions to visit
 */
public record TraverseRequest(
    Way way,
    int hopCount,
    @Nullable AssetGroupId assetGroupId,
    @Nullable UserId userId,
    @Nullable Long startFrom,
    @Nullable Long until,
    int maxTraverse) {

  /** The two ways along a link. */
  public enum Way {
    /** To the transactions that are referenced or pointed to. */
    PAST,
    /** To the transactions that reference or point to this one. */
    FUTURE
  }

  /** A walk without filters and bounds. */
  public static TraverseRequest of(Way way, int hopCount, int maxTraverse) {
    return new TraverseRequest(way, hopCount, null, null, null, null, maxTraverse);
  }

  boolean filtersAssets() {
    return assetGroupId != null || userId != null;
  }
}
