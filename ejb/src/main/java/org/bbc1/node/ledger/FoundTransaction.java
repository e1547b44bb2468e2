package org.bbc1.node.ledger;

import java.util.Map;
import org.bbc1.id.AssetId;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as read from the ledger, checked after storage A5.
 *
 * @param key id under which it is stored
 * @param data the stored bytes, unchanged, whatever their state
 * @param transaction the decoded transaction; null if it is compromised: not decodable, of another
 *     id, changed since it was stored, or with a signature that does not verify
 * @param assetFiles contents of those of its asset files that are present and match; empty if
 *     compromised
 * @param compromisedFiles contents of those of its asset files that are present and do not match
 */
public record FoundTransaction(
    TransactionId key,
    byte[] data,
    @Nullable Transaction transaction,
    Map<AssetId, byte[]> assetFiles,
    Map<AssetId, byte[]> compromisedFiles) {

  /** Whether the transaction itself is what was inserted; says nothing of its asset files. */
  public boolean intact() {
    return transaction != null;
  }
}
