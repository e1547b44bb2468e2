package org.bbc1.node.ledger;

import java.io.IOException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the asset files of a node. A file comes in two steps, so that the database decides between
 * them: staged before the commit of its transaction, published after it (storage B5, B6).
 * Thread-safe.
 */
public interface AssetStore {

  /** Writes a content durably to a place where no reader sees it. */
  StagedFile stage(AssetKey key, byte[] content, byte[] sha256) throws IOException;

  /**
   * Makes sure that staged files are still found after a crash; called once per commit, before it.
   */
  void retain(Collection<StagedFile> files) throws IOException;

  /**
   * Moves staged files to their places, durably. A file that is there already stays if it has the
   * same digest; else it is damaged and is replaced.
   */
  void publish(Collection<StagedFile> files) throws IOException;

  /** Forgets a staged file. Does nothing if it is gone. */
  void discard(StagedFile file);

  /**
   * Content of a file, or null if there is none that can be read.
   *
   * @param limit most bytes to return; the rest of a longer file is left out
   */
  byte @Nullable [] read(AssetKey key, int limit);

  /**
   * Clears up what a crash left behind: publishes the staged files that the ledger knows, removes
   * the others. Called once, before the first other call, while no other process uses the store.
   *
   * @param sha256OfKnown digest of the file that the ledger has for an asset, null if none
   */
  void recover(Function<AssetKey, byte @Nullable []> sha256OfKnown) throws IOException;

  /** Tries a small durable write. */
  void probe() throws IOException;
}
