package org.bbc1.node.ledger;

import java.util.Objects;
import org.bbc1.transaction.AssetEntry;
import org.bbc1.transaction.Transaction;

/** Which transactions a walk lists and follows (client-protocol 11.5). */
final class TraverseFilter {

  private final TraverseRequest request;

  TraverseFilter(TraverseRequest request) {
    this.request = request;
  }

  boolean admits(FoundTransaction found, StoredRow row) {
    Transaction transaction = found.transaction();
    if (transaction == null) {
      // Nothing in it can be trusted, so it is listed by what was noted when it was stored.
      return isWithinBounds(row.timestampMillis()) && !request.filtersAssets();
    }
    return isWithinBounds(TimestampUnits.millisOfTransaction(transaction.timestamp()))
        && (!request.filtersAssets()
            || transaction.assetEntries().stream().anyMatch(this::matches));
  }

  private boolean isWithinBounds(long millis) {
    if (request.way() == TraverseRequest.Way.PAST) {
      Long startFrom = request.startFrom();
      return startFrom == null || millis >= TimestampUnits.millisOfBound(startFrom);
    }
    Long until = request.until();
    return until == null || millis <= TimestampUnits.millisOfBound(until);
  }

  private boolean matches(AssetEntry asset) {
    return (request.assetGroupId() == null || request.assetGroupId().equals(asset.assetGroupId()))
        && (request.userId() == null || Objects.equals(request.userId(), asset.userId()));
  }
}
