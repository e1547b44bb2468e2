package org.bbc1.node.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.bbc1.transaction.AssetEntry;
import org.jspecify.annotations.Nullable;

/**
 * Takes asset files over from a folder that has the layout of {@link FolderAssetStore} and is only
 * read (storage part C). A file that is in its place already and has the right digest stays; one
 * that comes with a wrong digest takes only a place that is empty. Both folders may be the same.
 */
public final class AssetAdoption {

  private final Path source;
  private final FolderAssetStore store;
  private final boolean link;

  /**
   * @param source folder above those of the domains
   * @param store where the files go
   * @param link whether to make hard links instead of copies; both must be on one file system
   */
  public AssetAdoption(Path source, FolderAssetStore store, boolean link) {
    this.source = source;
    this.store = store;
    this.link = link;
  }

  /**
   * Brings the file of an asset to its place, durably.
   *
   * @param asset one that names a file
   * @return what stands there now
   */
  public AdoptedFile adopt(AssetKey key, AssetEntry asset) throws IOException {
    Path place = store.placeOf(key);
    byte[] present = digestOf(place);
    if (present != null && asset.matchesFileDigest(present)) {
      return new AdoptedFile(key, Files.size(place), present, AssetFileState.OK);
    }
    Path original = source.resolve(key.location());
    byte[] offered = digestOf(original);
    if (offered != null && asset.matchesFileDigest(offered)) {
      store.place(key, original, link);
      return new AdoptedFile(key, Files.size(place), offered, AssetFileState.OK);
    }
    if (offered != null && present == null) {
      store.place(key, original, link);
    }
    boolean nothing = offered == null && present == null;
    return faulty(key, asset, nothing ? AssetFileState.MISSING : AssetFileState.COMPROMISED);
  }

  /** Noted under what the asset says, so that the right content is known when it comes. */
  private static AdoptedFile faulty(AssetKey key, AssetEntry asset, AssetFileState state) {
    byte[] expected = asset.fileDigest();
    return new AdoptedFile(key, asset.fileSize(), expected == null ? new byte[0] : expected, state);
  }

  /** Digest of what stands there, unless it is a link, a device or nothing. */
  private static byte @Nullable [] digestOf(Path file) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Sha256.of(file) : null;
  }
}
