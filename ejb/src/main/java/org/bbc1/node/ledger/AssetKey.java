package org.bbc1.node.ledger;

import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;

/** Names an asset file: the same asset in two groups has two files (storage A7). */
public record AssetKey(DomainId domain, AssetGroupId assetGroup, AssetId asset) {

  /** Path of the file below the root of the asset files, with slashes. */
  String location() {
    return domain.toHex() + "/" + assetGroup.toHex() + "/" + asset.toHex();
  }
}
