package org.bbc1.node.domain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bbc1.id.DomainId;
import org.bbc1.node.config.NodeConfiguration;
import org.bbc1.node.ledger.AssetKey;
import org.bbc1.node.ledger.AssetStore;
import org.bbc1.node.ledger.FolderAssetStore;
import org.bbc1.node.ledger.StagedFile;
import org.jspecify.annotations.Nullable;

/**
 * Asset files of all domains: in the working folder, or below {@code storage.root} of the domain's
 * configuration (spec storage A1). Each root is a store of its own, so that a file never has to
 * move between file systems.
 */
public final class DomainAssetStore implements AssetStore {

  private final Path workingDirectory;
  private final NodeConfiguration configuration;
  private final Map<Path, AssetStore> stores = new ConcurrentHashMap<>();

  /**
   * @param workingDirectory root of the domains that name none
   */
  public DomainAssetStore(Path workingDirectory, NodeConfiguration configuration) {
    this.workingDirectory = workingDirectory;
    this.configuration = configuration;
    configuration.domains().forEach(this::storeOf);
    storeAt(workingDirectory);
  }

  private AssetStore storeOf(DomainId domain) {
    return storeAt(configuration.storageRoot(domain).orElse(workingDirectory));
  }

  private AssetStore storeAt(Path root) {
    return stores.computeIfAbsent(root, FolderAssetStore::new);
  }

  private Map<AssetStore, List<StagedFile>> byStore(Collection<StagedFile> files) {
    Map<AssetStore, List<StagedFile>> result = new LinkedHashMap<>();
    for (StagedFile file : files) {
      result.computeIfAbsent(storeOf(file.key().domain()), store -> new ArrayList<>()).add(file);
    }
    return result;
  }

  @Override
  public StagedFile stage(AssetKey key, byte[] content, byte[] sha256) throws IOException {
    return storeOf(key.domain()).stage(key, content, sha256);
  }

  @Override
  public void retain(Collection<StagedFile> files) throws IOException {
    for (Map.Entry<AssetStore, List<StagedFile>> part : byStore(files).entrySet()) {
      part.getKey().retain(part.getValue());
    }
  }

  @Override
  public void publish(Collection<StagedFile> files) throws IOException {
    for (Map.Entry<AssetStore, List<StagedFile>> part : byStore(files).entrySet()) {
      part.getKey().publish(part.getValue());
    }
  }

  @Override
  public void discard(StagedFile file) {
    storeOf(file.key().domain()).discard(file);
  }

  @Override
  public byte @Nullable [] read(AssetKey key, int limit) {
    return storeOf(key.domain()).read(key, limit);
  }

  @Override
  public void recover(Function<AssetKey, byte @Nullable []> sha256OfKnown) throws IOException {
    for (AssetStore store : List.copyOf(stores.values())) {
      store.recover(sha256OfKnown);
    }
  }

  @Override
  public void probe() throws IOException {
    for (AssetStore store : List.copyOf(stores.values())) {
      store.probe();
    }
  }
}
