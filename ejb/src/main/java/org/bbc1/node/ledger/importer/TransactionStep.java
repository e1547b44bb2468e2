package org.bbc1.node.ledger.importer;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bbc1.id.TransactionId;
import org.bbc1.node.ledger.InsertOutcome;
import org.bbc1.node.ledger.LedgerLoader;
import org.bbc1.node.ledger.Origin;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionValidator;

/**
 * Imports transactions with all that follows from their bytes, and puts aside those that may not
 * enter the ledger.
 */
final class TransactionStep implements ImportStep {

  private final SourceLedger source;
  private final TransactionQuery query;
  private final LedgerLoader loader;
  private final TransactionValidator validator;
  private final AssetFileStep files;
  private final ImportRun run;

  TransactionStep(
      SourceLedger source,
      TransactionQuery query,
      LedgerLoader loader,
      TransactionValidator validator,
      AssetFileStep files,
      ImportRun run) {
    this.source = source;
    this.query = query;
    this.loader = loader;
    this.validator = validator;
    this.files = files;
    this.run = run;
  }

  @Override
  public long advance(Connection target, long position) throws SQLException, IOException {
    List<SourceTransaction> rows = query.read(position);
    if (rows.isEmpty()) {
      return DONE;
    }
    List<CheckedTransaction> checked = check(target, rows);
    List<Transaction> good =
        checked.stream().map(CheckedTransaction::transaction).filter(Objects::nonNull).toList();
    count(loader.insert(target, run.domainNo(), Origin.IMPORT, good));
    List<Finding> findings = new ArrayList<>();
    RowComparison comparison = new RowComparison(source, run.tally(), findings);
    for (Transaction transaction : good) {
      comparison.compare(transaction);
    }
    files.adopt(target, good, findings);
    new FindingTable(run).add(target, findings);
    reject(target, checked);
    return rows.get(rows.size() - 1).position();
  }

  /** In parallel: checking signatures takes most of the time of an import. */
  private List<CheckedTransaction> check(Connection target, List<SourceTransaction> rows)
      throws SQLException {
    List<CheckedTransaction> decoded =
        rows.parallelStream().map(CheckedTransaction::decode).toList();
    List<TransactionId> ids =
        decoded.stream()
            .map(CheckedTransaction::transaction)
            .filter(Objects::nonNull)
            .map(Transaction::transactionId)
            .toList();
    Map<TransactionId, byte[]> stored = loader.stored(target, run.domainNo(), ids);
    return decoded.parallelStream().map(row -> row.verify(validator, stored)).toList();
  }

  private void count(List<InsertOutcome> outcomes) {
    for (InsertOutcome outcome : outcomes) {
      run.tally()
          .increment(
              switch (outcome) {
                case INSERTED -> ImportCount.IMPORTED;
                case DUPLICATE_SAME -> ImportCount.ALREADY_PRESENT;
                case DUPLICATE_DIFFERENT -> ImportCount.KEPT_AS_STORED;
              });
    }
  }

  private void reject(Connection target, List<CheckedTransaction> checked) throws SQLException {
    FindingTable table = new FindingTable(run);
    for (CheckedTransaction row : checked) {
      if (row.transaction() == null) {
        table.reject(target, row.row(), row.reason());
        run.tally().increment(ImportCount.REJECTED);
      }
    }
  }
}
