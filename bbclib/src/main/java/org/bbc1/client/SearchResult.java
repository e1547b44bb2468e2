package org.bbc1.client;

import java.util.List;
import java.util.Map;
import org.bbc1.id.AssetId;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.Transaction;

/**
 * What a search found. Source: client-protocol sections 11.2 and 11.3.
 *
 * @param transactions the sound ones, in the order asked for
 * @param assetFiles the files that the node holds and that match their digest
 * @param compromisedTransactions stored bytes that do not verify
 * @param compromisedIds ids under which the node keeps those
 * @param compromisedAssetFiles files that do not match their digest
 */
public record SearchResult(
    List<Transaction> transactions,
    Map<AssetId, byte[]> assetFiles,
    List<byte[]> compromisedTransactions,
    List<TransactionId> compromisedIds,
    Map<AssetId, byte[]> compromisedAssetFiles) {

  /** Nothing found. */
  public static final SearchResult EMPTY =
      new SearchResult(List.of(), Map.of(), List.of(), List.of(), Map.of());

  /** Whether nothing was found, neither sound nor compromised. */
  public boolean isEmpty() {
    return transactions.isEmpty() && compromisedTransactions.isEmpty() && compromisedIds.isEmpty();
  }

  /** Whether something was found that is not what had been recorded. */
  public boolean isCompromised() {
    return !compromisedTransactions.isEmpty()
        || !compromisedIds.isEmpty()
        || !compromisedAssetFiles.isEmpty();
  }
}
