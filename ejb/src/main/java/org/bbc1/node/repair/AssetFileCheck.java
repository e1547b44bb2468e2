package org.bbc1.node.repair;

import java.util.List;
import java.util.Optional;
import org.bbc1.id.TransactionId;
import org.bbc1.node.ledger.AssetKey;
import org.bbc1.node.ledger.FoundTransaction;
import org.bbc1.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/** Tells whether an asset file is what the transactions that carry the asset say. */
final class AssetFileCheck {

  private AssetFileCheck() {}

  /**
   * The transaction that misses the file, or to which its content does not fit; empty if the file
   * is as it should be, or if no transaction says how it should be.
   *
   * @param carriers transactions with the asset; a damaged one says nothing
   */
  static Optional<TransactionId> damagedIn(List<FoundTransaction> carriers, AssetKey file) {
    List<FoundTransaction> judges =
        carriers.stream().filter(carrier -> namesFile(carrier.transaction(), file)).toList();
    boolean good =
        judges.stream()
            .anyMatch(
                judge ->
                    judge.assetFiles().containsKey(file.asset())
                        && !judge.compromisedFiles().containsKey(file.asset()));
    return good ? Optional.empty() : judges.stream().map(FoundTransaction::key).findFirst();
  }

  private static boolean namesFile(@Nullable Transaction transaction, AssetKey file) {
    return transaction != null
        && transaction.assetEntries().stream()
            .anyMatch(
                asset ->
                    asset.assetGroupId().equals(file.assetGroup())
                        && asset.assetId().equals(file.asset())
                        && asset.fileSize() > 0
                        && asset.fileDigest() != null);
  }
}
