package org.bbc1.node.ledgersubsystem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.bbc1.ledgersubsystem.MerkleTree;
import org.jspecify.annotations.Nullable;

/**
 * Complete trees of one domain, built from their digests when asked for; the last few are kept,
 * since whoever asks for one digest often asks for its neighbours. Thread-safe.
 */
final class CompleteTrees {

  private static final int KEPT = 4;

  private final LongFunction<List<byte[]>> digests;
  private final Map<Long, MerkleTree> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, MerkleTree> eldest) {
          return size() > KEPT;
        }
      };

  CompleteTrees(LongFunction<List<byte[]>> digests) {
    this.digests = digests;
  }

  /** The tree of this number, which must be complete. */
  MerkleTree get(long number) {
    MerkleTree known = find(number);
    return known == null ? keep(number, MerkleTree.of(digests.apply(number))) : known;
  }

  private synchronized @Nullable MerkleTree find(long number) {
    return kept.get(number);
  }

  private synchronized MerkleTree keep(long number, MerkleTree tree) {
    kept.put(number, tree);
    return tree;
  }
}
