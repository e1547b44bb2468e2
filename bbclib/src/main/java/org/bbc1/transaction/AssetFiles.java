package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bbc1.id.AssetId;
import org.jspecify.annotations.Nullable;

/**
 * The contents of the asset files of one transaction, which never travel inside it. Takes only what
 * matches a digest in the transaction. Contents are held, not copied: they must not be changed
 * afterwards. Not thread-safe. Source: transaction-format section 6.4; the seed's {@code
 * get_asset_file} and {@code recover_asset_file}.
 */
public final class AssetFiles {

  private final List<Asset> assets;
  private final Map<AssetId, byte[]> contents = new LinkedHashMap<>();

  private AssetFiles(List<Asset> assets) {
    this.assets = assets;
  }

  /** The files of the events and relations of this transaction, none of them held yet. */
  public static AssetFiles of(Transaction transaction) {
    List<@Nullable Asset> assets = new ArrayList<>();
    transaction.events().forEach(event -> assets.add(event.asset()));
    transaction.relations().forEach(relation -> assets.add(relation.asset()));
    return new AssetFiles(
        assets.stream().flatMap(Stream::ofNullable).filter(asset -> asset.fileSize() > 0).toList());
  }

  /**
   * Takes a content for every asset whose file it is.
   *
   * @return false, and nothing changes, if it is the file of none
   */
  public boolean recover(byte[] content) {
    byte[] digest = Sha256.of(content);
    List<Asset> owners = assets.stream().filter(asset -> asset.matchesFileDigest(digest)).toList();
    owners.forEach(asset -> contents.put(asset.assetId(), content));
    return !owners.isEmpty();
  }

  /**
   * Takes a content for one asset.
   *
   * @return false, and nothing changes, if it is not the file of this asset
   */
  public boolean recover(AssetId id, byte[] content) {
    byte[] digest = Sha256.of(content);
    boolean matches =
        assets.stream()
            .anyMatch(asset -> asset.assetId().equals(id) && asset.matchesFileDigest(digest));
    if (matches) {
      contents.put(id, content);
    }
    return matches;
  }

  /** The content of the file of an asset; empty if it is not held. */
  public Optional<byte[]> content(AssetId id) {
    return Optional.ofNullable(contents.get(id));
  }

  /** The assets whose file is not held yet, in the order of the transaction. */
  public List<AssetId> missing() {
    return assets.stream()
        .map(Asset::assetId)
        .distinct()
        .filter(id -> !contents.containsKey(id))
        .toList();
  }

  /** What is held, as insertion and validation take it. */
  public Map<AssetId, byte[]> toMap() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(contents));
  }
}
