package org.bbc1.client;

import java.util.List;
import java.util.Map;
import org.bbc1.id.AssetId;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.Transaction;

/**
 * What a walk along the links found. Source: client-protocol section 11.5.
 *
 * @param levels the transactions by distance; the first level is the start. Empty if nothing was
 *     found
 * @param allIncluded false if the node's limits cut the walk short
 * @param assetFiles the files that the node holds
 * @param compromisedIds transactions that were left out because they do not verify
 */
public record Traversal(
    List<List<Transaction>> levels,
    boolean allIncluded,
    Map<AssetId, byte[]> assetFiles,
    List<TransactionId> compromisedIds) {

  static final Traversal EMPTY = new Traversal(List.of(), true, Map.of(), List.of());
}
