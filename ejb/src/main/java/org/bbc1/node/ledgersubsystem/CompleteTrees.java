package org.bbc1.node.ledgersubsystem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bbc1.id.DomainId;
import org.bbc1.ledgersubsystem.MerkleTree;
import org.bbc1.node.ledger.MerkleStore;
import org.jspecify.annotations.Nullable;

/**
 * Complete trees, built from their digests when asked for; the last few are kept, since whoever
 * asks for one digest often asks for its neighbours. Thread-safe.
 */
final class CompleteTrees {

  private static final int KEPT = 4;

  private record Key(DomainId domain, long number) {}

  private final MerkleStore store;
  private final Map<Key, MerkleTree> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, MerkleTree> eldest) {
          return size() > KEPT;
        }
      };

  CompleteTrees(MerkleStore store) {
    this.store = store;
  }

  /** The tree of this number, which must be complete. */
  MerkleTree get(DomainId domain, long number) {
    Key key = new Key(domain, number);
    MerkleTree known = find(key);
    return known == null ? keep(key, MerkleTree.of(store.digests(domain, number))) : known;
  }

  private synchronized @Nullable MerkleTree find(Key key) {
    return kept.get(key);
  }

  private synchronized MerkleTree keep(Key key, MerkleTree tree) {
    kept.put(key, tree);
    return tree;
  }
}
