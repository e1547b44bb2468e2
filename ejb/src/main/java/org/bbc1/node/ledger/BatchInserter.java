package org.bbc1.node.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a batch within one database transaction, which the caller begins and ends. For one thread.
 */
final class BatchInserter {

  private static final int TX_BLOCK = 50;
  private static final int CHILD_BLOCK = 100;

  private final ExistingRows existingRows;
  private final BatchSorter sorter;
  private final AssetFileRows fileRows;
  private final NumberSequence txNumbers;
  private final NumberSequence assetNumbers;
  private final NumberSequence edgeNumbers;
  private final RowRepair repair;

  BatchInserter(LedgerDialect dialect, RowVerifier verifier) {
    existingRows = new ExistingRows(dialect);
    sorter = new BatchSorter(verifier);
    fileRows = new AssetFileRows(dialect);
    txNumbers = new NumberSequence(dialect, "ledger_tx_seq", TX_BLOCK);
    assetNumbers = new NumberSequence(dialect, "ledger_asset_seq", CHILD_BLOCK);
    edgeNumbers = new NumberSequence(dialect, "ledger_edge_seq", CHILD_BLOCK);
    repair = new RowRepair(assetNumbers, edgeNumbers);
  }

  /** Writes what is new and tells what became of each member. */
  List<BatchResult> insert(Connection connection, List<PendingInsert> batch) throws SQLException {
    BatchSorter.Sorted sorted = sorter.sort(batch, existingRows.find(connection, batch));
    try (RowInserts inserts = new RowInserts(connection)) {
      addFresh(connection, sorted.fresh(), inserts);
      for (Map.Entry<PendingInsert, Long> entry : sorted.repairs().entrySet()) {
        repair.replace(connection, entry.getKey(), entry.getValue(), inserts);
      }
      inserts.execute();
    }
    Set<StagedFile> publish = enterFiles(connection, batch, sorted);
    return batch.stream().map(insert -> result(insert, sorted, publish)).toList();
  }

  private static BatchResult result(
      PendingInsert insert, BatchSorter.Sorted sorted, Set<StagedFile> publish) {
    return new BatchResult(
        insert,
        sorted.outcomes().getOrDefault(insert, InsertOutcome.INSERTED),
        insert.files().stream().filter(publish::contains).toList());
  }

  private void addFresh(Connection connection, List<PendingInsert> fresh, RowInserts inserts)
      throws SQLException {
    long[] numbers = txNumbers.take(connection, fresh.size());
    Map<PendingInsert, Long> txNos = new HashMap<>();
    for (int i = 0; i < numbers.length; i++) {
      txNos.put(fresh.get(i), numbers[i]);
    }
    addChildren(connection, fresh, numbers, inserts);
    // Numbers follow arrival, but rows are written in order of their keys: two writers that share a
    // database and
    // have the same transactions then wait for each other instead of blocking each other.
    List<PendingInsert> ordered =
        fresh.stream().sorted(Comparator.comparing(PendingInsert::key)).toList();
    for (PendingInsert insert : ordered) {
      inserts.addTransaction(insert, txNos.getOrDefault(insert, 0L));
    }
  }

  private void addChildren(
      Connection connection, List<PendingInsert> fresh, long[] txNos, RowInserts inserts)
      throws SQLException {
    long[] assetNos =
        assetNumbers.take(connection, fresh.stream().mapToInt(i -> i.row().assets().size()).sum());
    long[] edgeNos =
        edgeNumbers.take(connection, fresh.stream().mapToInt(i -> i.row().links().size()).sum());
    int asset = 0;
    int edge = 0;
    for (int i = 0; i < txNos.length; i++) {
      PendingInsert insert = fresh.get(i);
      for (int ordinal = 0; ordinal < insert.row().assets().size(); ordinal++) {
        inserts.addAsset(insert, txNos[i], ordinal, assetNos[asset++]);
      }
      for (int ordinal = 0; ordinal < insert.row().links().size(); ordinal++) {
        inserts.addEdge(insert, txNos[i], ordinal, edgeNos[edge++]);
      }
    }
  }

  /** Files of what was written, and of repairs even if only a file is damaged. */
  private Set<StagedFile> enterFiles(
      Connection connection, List<PendingInsert> batch, BatchSorter.Sorted sorted)
      throws SQLException {
    Map<Integer, List<PendingInsert>> byDomain =
        batch.stream()
            .filter(insert -> !insert.files().isEmpty())
            .filter(
                insert ->
                    sorted.outcomes().get(insert) == InsertOutcome.INSERTED
                        || insert.origin() == Origin.REPAIR)
            .collect(Collectors.groupingBy(PendingInsert::domainNo));
    Set<StagedFile> publish = new HashSet<>();
    for (Map.Entry<Integer, List<PendingInsert>> domain : byDomain.entrySet()) {
      List<StagedFile> files =
          domain.getValue().stream().flatMap(insert -> insert.files().stream()).toList();
      publish.addAll(fileRows.enter(connection, domain.getKey(), files));
    }
    return publish;
  }
}
