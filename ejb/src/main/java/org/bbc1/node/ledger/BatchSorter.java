package org.bbc1.node.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the members of a batch into those to insert, those that replace a damaged row, and
 * duplicates – of rows that were there before, or of an earlier member (storage B5).
 */
final class BatchSorter {

  private final RowVerifier verifier;

  BatchSorter(RowVerifier verifier) {
    this.verifier = verifier;
  }

  /**
   * The sorted batch.
   *
   * @param fresh to insert, in order of arrival
   * @param repairs to put in the place of the row of this number
   */
  record Sorted(
      List<PendingInsert> fresh,
      Map<PendingInsert, Long> repairs,
      Map<PendingInsert, InsertOutcome> outcomes) {}

  Sorted sort(List<PendingInsert> batch, Map<RowKey, StoredRow> existing) {
    Sorted sorted = new Sorted(new ArrayList<>(), new LinkedHashMap<>(), new HashMap<>());
    Map<RowKey, PendingInsert> firsts = new HashMap<>();
    for (PendingInsert insert : batch) {
      PendingInsert first = firsts.get(insert.key());
      InsertOutcome outcome =
          first == null
              ? sortByRow(insert, existing.get(insert.key()), sorted)
              : duplicate(Arrays.equals(first.row().sha256(), insert.row().sha256()));
      if (outcome == InsertOutcome.INSERTED) {
        firsts.put(insert.key(), insert);
      }
      sorted.outcomes().put(insert, outcome);
    }
    return sorted;
  }

  private InsertOutcome sortByRow(PendingInsert insert, @Nullable StoredRow row, Sorted sorted) {
    if (row == null) {
      sorted.fresh().add(insert);
      return InsertOutcome.INSERTED;
    }
    // The incoming bytes are validated; a row with the same bytes needs no second look at its
    // signatures.
    if (Arrays.equals(row.data(), insert.row().data()) && row.isUnchanged(insert.row().sha256())) {
      return InsertOutcome.DUPLICATE_SAME;
    }
    if (verifier.verify(row) != null) {
      return InsertOutcome.DUPLICATE_DIFFERENT;
    }
    sorted.repairs().put(insert, row.txNo());
    return InsertOutcome.INSERTED;
  }

  private static InsertOutcome duplicate(boolean same) {
    return same ? InsertOutcome.DUPLICATE_SAME : InsertOutcome.DUPLICATE_DIFFERENT;
  }
}
