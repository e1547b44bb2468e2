package org.bbc1.node.repair;

import org.bbc1.id.TransactionId;
import org.bbc1.node.domain.Domain;
import org.bbc1.node.ledger.AssetKey;

/**
 * The other nodes that may have a good copy. Implementations are thread-safe and do not block; a
 * copy that arrives goes into the ledger by itself.
 */
public interface CopyHolders {

  /** A node that knows of no other. */
  CopyHolders NONE =
      new CopyHolders() {
        @Override
        public boolean askForTransaction(Domain domain, TransactionId transaction) {
          return false;
        }

        @Override
        public boolean askForAssetFile(Domain domain, AssetKey file) {
          return false;
        }
      };

  /**
   * Asks for a transaction.
   *
   * @return false if there is nobody to ask
   */
  boolean askForTransaction(Domain domain, TransactionId transaction);

  /** Asks for an asset file; returns as the other form does. */
  boolean askForAssetFile(Domain domain, AssetKey file);
}
