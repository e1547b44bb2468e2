package org.bbc1.node.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Asset files in a folder, laid out as the reference does: {@code <root>/<domain>/<asset
 * group>/<asset>}, names in lower-case hexadecimal (storage A7, B6). Files and folders it makes
 * belong to the owner alone. What is not yet committed waits in {@code <root>/.incoming}, which one
 * process at a time may use.
 */
public final class FolderAssetStore implements AssetStore {

  private static final Logger LOG = System.getLogger(FolderAssetStore.class.getName());
  private static final String INCOMING = ".incoming";
  private static final int PROBE_SIZE = 512;

  private final Path root;
  private final Path incoming;

  /**
   * @param root folder of the asset files; made when the first file arrives
   */
  public FolderAssetStore(Path root) {
    this.root = root;
    this.incoming = root.resolve(INCOMING);
  }

  @Override
  public StagedFile stage(AssetKey key, byte[] content, byte[] sha256) throws IOException {
    DurableFiles.createDirectories(incoming);
    // Made now, so that after the commit only the move is left to fail.
    DurableFiles.createDirectories(folderOf(key));
    Path path = incoming.resolve(IncomingName.of(key));
    DurableFiles.write(path, content);
    return new StagedFile(key, path, content.length, sha256);
  }

  @Override
  public void retain(Collection<StagedFile> files) throws IOException {
    if (!files.isEmpty()) {
      DurableFiles.syncDirectory(incoming);
    }
  }

  @Override
  public void publish(Collection<StagedFile> files) throws IOException {
    Set<Path> changed = new LinkedHashSet<>();
    for (StagedFile file : files) {
      Path place = placeOf(file.key());
      if (holds(place, file.size(), file.sha256())) {
        discard(file);
      } else {
        Files.move(file.path(), place, StandardCopyOption.ATOMIC_MOVE);
        changed.add(folderOf(file.key()));
      }
    }
    for (Path folder : changed) {
      DurableFiles.syncDirectory(folder);
    }
  }

  @Override
  public void discard(StagedFile file) {
    try {
      Files.deleteIfExists(file.path());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "cannot remove " + file.path() + "; the next start does", e);
    }
  }

  @Override
  public byte @Nullable [] read(AssetKey key, int limit) {
    Path place = placeOf(key);
    // Neither links nor devices: what is read here is sent to clients.
    if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    try (InputStream in = Files.newInputStream(place, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(limit);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "cannot read asset file " + place, e);
      return null;
    }
  }

  @Override
  public void recover(Function<AssetKey, byte @Nullable []> sha256OfKnown) throws IOException {
    if (!Files.isDirectory(incoming)) {
      return;
    }
    for (Path leftover : leftovers()) {
      recover(leftover, sha256OfKnown);
    }
  }

  private void recover(Path leftover, Function<AssetKey, byte @Nullable []> sha256OfKnown)
      throws IOException {
    AssetKey key = IncomingName.parse(leftover.getFileName().toString());
    byte[] known = key == null ? null : sha256OfKnown.apply(key);
    if (key != null && known != null && holds(leftover, Files.size(leftover), known)) {
      DurableFiles.createDirectories(folderOf(key));
      publish(List.of(new StagedFile(key, leftover, Files.size(leftover), known)));
      LOG.log(Level.INFO, "finished asset file {0} after a crash", key.location());
    } else {
      Files.deleteIfExists(leftover);
      LOG.log(Level.INFO, "removed {0}, left by a crash before its commit", leftover);
    }
  }

  @Override
  public void probe() throws IOException {
    DurableFiles.createDirectories(incoming);
    Path path = incoming.resolve(IncomingName.probe());
    try {
      DurableFiles.write(path, new byte[PROBE_SIZE]);
    } finally {
      Files.deleteIfExists(path);
    }
  }

  private List<Path> leftovers() throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(incoming)) {
      return StreamSupport.stream(entries.spliterator(), false)
          .filter(entry -> Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS))
          .toList();
    }
  }

  private Path folderOf(AssetKey key) {
    return root.resolve(key.domain().toHex()).resolve(key.assetGroup().toHex());
  }

  /**
   * Puts a copy of a file, or a hard link to it, into the place of an asset, durably. What stands
   * there is replaced.
   */
  void place(AssetKey key, Path original, boolean link) throws IOException {
    DurableFiles.createDirectories(incoming);
    DurableFiles.createDirectories(folderOf(key));
    Path path = incoming.resolve(IncomingName.of(key));
    if (link) {
      Files.createLink(path, original);
    } else {
      DurableFiles.copy(original, path);
    }
    Files.move(path, placeOf(key), StandardCopyOption.ATOMIC_MOVE);
    DurableFiles.syncDirectory(folderOf(key));
  }

  /** Where the file of an asset stands. */
  Path placeOf(AssetKey key) {
    return folderOf(key).resolve(key.asset().toHex());
  }

  private static boolean holds(Path path, long size, byte[] sha256) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || Files.size(path) != size) {
      return false;
    }
    return Arrays.equals(Sha256.of(path), sha256);
  }
}
