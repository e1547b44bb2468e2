package org.bbc1.node.ledger.importer;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.bbc1.node.ledger.AssetAdoption;
import org.bbc1.node.ledger.FolderAssetStore;
import org.bbc1.node.ledger.LedgerLoader;
import org.bbc1.transaction.TransactionValidator;

/**
 * Imports ledgers of the reference implementation, one domain at a time (storage part C). A run
 * that was cut off goes on where it stopped, one that was finished begins anew and takes what has
 * come since; what is in the ledger already is never changed, unless it is damaged. No node may use
 * the ledger or the folder of asset files meanwhile.
 */
public final class LedgerImport {

  private static final String MESSAGE_SEQUENCE =
      "update domain set message_seq = ? where domain_no = ? and message_seq < ?";

  private final LedgerLoader loader;
  private final TransactionValidator validator;
  private final Clock clock;
  private final ImportOptions options;

  /**
   * @param dataSource a ledger whose tables exist
   * @param clock gives the message sequence number its start
   */
  public LedgerImport(
      DataSource dataSource, TransactionValidator validator, Clock clock, ImportOptions options) {
    this.loader = LedgerLoader.open(dataSource, validator);
    this.validator = validator;
    this.clock = clock;
    this.options = options;
  }

  /**
   * Imports one domain.
   *
   * @param assetRoot folder of this node above those of the domains; may be the source's
   * @param progress told of each piece
   * @throws ImportException if the source cannot be used
   * @throws org.bbc1.node.ledger.LedgerUnavailableException if a database cannot be used; what is
   *     committed stays, and the next run goes on from there
   * @throws IOException if asset files cannot be read or written; likewise
   */
  public ImportReport run(ImportSource source, Path assetRoot, ImportProgress progress)
      throws IOException {
    try (SourceLedger ledger = SourceLedger.open(source.database())) {
      int domainNo = loader.domains().register(source.domain(), source.nodeId());
      ImportRun run = loader.inTransaction(c -> begin(c, domainNo, source));
      run = advance(run, steps(source, ledger, assetRoot, run), progress);
      return finish(source, ledger, run);
    }
  }

  /** A node that comes back must not repeat sequence numbers of messages it has sent before. */
  private ImportRun begin(Connection connection, int domainNo, ImportSource source)
      throws SQLException {
    long now = clock.instant().getEpochSecond();
    try (PreparedStatement statement = connection.prepareStatement(MESSAGE_SEQUENCE)) {
      statement.setLong(1, now);
      statement.setInt(2, domainNo);
      statement.setLong(3, now);
      statement.executeUpdate();
    }
    return new RunTable(loader)
        .beginOrResume(connection, domainNo, source.database().toAbsolutePath().toString());
  }

  private Map<ImportStage, ImportStep> steps(
      ImportSource source, SourceLedger ledger, Path assetRoot, ImportRun run) {
    int rows = options.pieceRows();
    AssetFileStep files =
        new AssetFileStep(
            source,
            new AssetAdoption(
                source.storageRoot(), new FolderAssetStore(assetRoot), options.link()),
            loader,
            run);
    Map<ImportStage, ImportStep> steps = new LinkedHashMap<>();
    steps.put(
        ImportStage.TRANSACTIONS_WITH_ASSETS,
        transactions(ledger, TransactionQuery.withAssets(ledger, rows), files, run));
    steps.put(
        ImportStage.TRANSACTIONS_WITHOUT_ASSETS,
        transactions(ledger, TransactionQuery.withoutAssets(ledger, rows), files, run));
    steps.put(ImportStage.ORPHANS, new OrphanStep(ledger, run));
    steps.put(ImportStage.CROSS_REFERENCES, new CrossReferenceStep(ledger, rows, loader, run));
    steps.put(ImportStage.MERKLE_LEAVES, MerkleStep.leaves(ledger, rows, run));
    steps.put(ImportStage.MERKLE_BRANCHES, MerkleStep.branches(ledger, rows, run));
    steps.put(ImportStage.MERKLE_ROOTS, MerkleStep.roots(ledger, rows, run));
    steps.put(ImportStage.REPAIR_LOG, new RepairLogStep(source.repairLog(), rows, loader, run));
    steps.put(ImportStage.STRAY_FILES, new StrayFileStep(source, run));
    return steps;
  }

  private TransactionStep transactions(
      SourceLedger ledger, TransactionQuery query, AssetFileStep files, ImportRun run) {
    return new TransactionStep(ledger, query, loader, validator, files, run);
  }

  private ImportRun advance(
      ImportRun begun, Map<ImportStage, ImportStep> steps, ImportProgress progress)
      throws IOException {
    RunTable runs = new RunTable(loader);
    ImportRun run = begun;
    for (Map.Entry<ImportStage, ImportStep> entry : steps.entrySet()) {
      ImportStage stage = entry.getKey();
      if (stage.compareTo(begun.stage()) < 0) {
        continue;
      }
      run = stage == begun.stage() ? begun : run.at(stage, ImportRun.START);
      while (run.position() != ImportStep.DONE) {
        ImportRun before = run;
        run =
            loader.inTransaction(
                connection -> {
                  ImportRun after =
                      before.at(stage, entry.getValue().advance(connection, before.position()));
                  runs.save(connection, after);
                  return after;
                });
        progress.committed(stage, run.tally().transactions());
      }
    }
    return run;
  }

  private ImportReport finish(ImportSource source, SourceLedger ledger, ImportRun run)
      throws IOException {
    return loader.inTransaction(
        connection -> {
          FindingTable found = new FindingTable(run);
          ImportReport report =
              new ImportReport(
                  source.domain(),
                  source.database().toString(),
                  ledger.version(),
                  run.resumed(),
                  rowCounts(ledger),
                  run.tally().counts(),
                  IdComparison.of(ledger, connection, run.domainNo()),
                  found.rejected(connection, options.listed()),
                  found.findings(connection, options.listed()));
          new RunTable(loader).finish(connection, run);
          return report;
        });
  }

  private static Map<String, Long> rowCounts(SourceLedger ledger) throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (SourceTable table : SourceTable.values()) {
      counts.put(table.sqlName(), ledger.count(table));
    }
    return counts;
  }
}
