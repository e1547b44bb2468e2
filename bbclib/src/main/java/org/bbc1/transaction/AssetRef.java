package org.bbc1.transaction;

import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;

/** An asset within its group. */
public record AssetRef(AssetGroupId assetGroupId, AssetId assetId) {}
