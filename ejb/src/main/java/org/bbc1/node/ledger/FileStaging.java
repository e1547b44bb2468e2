package org.bbc1.node.ledger;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.transaction.AssetEntry;

/**
 * Writes the asset files of one insert beside their place, each asset of a group once. One content
 * may belong to the same asset in many groups, so that a small request could fill a disk; the
 * number of files and their bytes are therefore bounded.
 */
final class FileStaging {

  /** Most asset files of one transaction. */
  static final int MAX_FILES = 4096;

  /** Most bytes of the asset files of one transaction, copies in several groups included. */
  static final long MAX_BYTES = 256L << 20;

  private final AssetStore store;
  private final DomainId domain;
  private final Map<AssetId, byte[]> contents;
  private final List<StagedFile> staged;
  private final Map<AssetId, byte[]> digests = new HashMap<>();
  private final Map<AssetId, Set<AssetGroupId>> seen = new HashMap<>();
  private long bytes;

  /**
   * @param contents file contents by asset
   * @param staged takes what has been written, also when a later file fails
   */
  FileStaging(
      AssetStore store, DomainId domain, Map<AssetId, byte[]> contents, List<StagedFile> staged) {
    this.store = store;
    this.domain = domain;
    this.contents = contents;
    this.staged = staged;
  }

  /**
   * Writes the files that were supplied for these assets.
   *
   * @return whether anything was written
   * @throws IllegalArgumentException if a file does not match its asset, or there are too many
   */
  boolean stage(List<AssetEntry> assets) throws IOException {
    for (AssetEntry asset : assets) {
      byte[] content = contents.get(asset.assetId());
      if (content != null && asset.fileDigest() != null) {
        stage(asset, content);
      }
    }
    return !staged.isEmpty();
  }

  private void stage(AssetEntry asset, byte[] content) throws IOException {
    byte[] sha256 = digests.computeIfAbsent(asset.assetId(), id -> Sha256.of(content));
    if (!asset.matchesFileDigest(sha256)) {
      throw new IllegalArgumentException("asset file of " + asset.assetId() + " does not match");
    }
    if (!seen.computeIfAbsent(asset.assetId(), id -> new HashSet<>()).add(asset.assetGroupId())) {
      return;
    }
    bytes += content.length;
    if (staged.size() == MAX_FILES || bytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "more than " + MAX_FILES + " asset files or " + MAX_BYTES + " bytes of them");
    }
    AssetKey key = new AssetKey(domain, asset.assetGroupId(), asset.assetId());
    staged.add(store.stage(key, content, sha256));
  }
}
