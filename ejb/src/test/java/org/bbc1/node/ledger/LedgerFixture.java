package org.bbc1.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionValidator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A ledger with one domain on a fresh database, for each test. */
abstract class LedgerFixture {

  static final DomainId DOMAIN = DomainId.of(TestLedgerTransactions.hash("domain"));
  static final DomainId OTHER_DOMAIN = DomainId.of(TestLedgerTransactions.hash("other domain"));
  static final NodeId NODE = NodeId.of(TestLedgerTransactions.hash("node"));

  @TempDir Path folder;
  TestDatabase database;
  JdbcLedger ledger;
  private ExecutorService executor;

  abstract TestDatabase createDatabase(Path folder) throws Exception;

  LedgerSettings settings() {
    return LedgerSettings.DEFAULTS;
  }

  @BeforeEach
  void openLedger() throws Exception {
    executor = Executors.newFixedThreadPool(4);
    database = createDatabase(folder);
    LedgerSchema.migrate(database.dataSource());
    ledger = open(root());
    ledger.domains().register(DOMAIN, NODE);
  }

  @AfterEach
  void closeLedger() throws Exception {
    ledger.close();
    executor.shutdown();
    // what it still records would open the database again
    assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    database.close();
  }

  Path root() {
    return folder.resolve("assets");
  }

  JdbcLedger open(Path assetRoot) {
    return open(new FolderAssetStore(assetRoot), settings());
  }

  JdbcLedger open(AssetStore files, LedgerSettings settings) {
    return JdbcLedger.open(
        database.dataSource(),
        files,
        new TransactionValidator(SignatureEngines.bouncyCastle()),
        settings,
        task -> new Thread(task, "ledger-writer"),
        executor);
  }

  void reopen() throws Exception {
    ledger.close();
    database.restart();
    ledger = open(root());
  }

  /** Inserts and waits; what the stage fails with is thrown. */
  InsertOutcome insert(Transaction transaction) {
    return insert(transaction, Map.of());
  }

  InsertOutcome insert(Transaction transaction, Map<AssetId, byte[]> files) {
    return insert(ledger, Origin.CLIENT, transaction, files);
  }

  static InsertOutcome insert(
      Ledger ledger, Origin origin, Transaction transaction, Map<AssetId, byte[]> files) {
    try {
      return ledger.insert(DOMAIN, transaction, origin, files).toCompletableFuture().join();
    } catch (CompletionException e) {
      throw (RuntimeException) e.getCause();
    }
  }

  FoundTransaction find(Transaction transaction) {
    return ledger.find(DOMAIN, transaction.transactionId()).orElseThrow();
  }

  List<TransactionId> search(SearchCondition condition, Direction direction, int count) {
    return ids(ledger.search(DOMAIN, condition, direction, count));
  }

  static List<TransactionId> ids(List<FoundTransaction> found) {
    return found.stream().map(FoundTransaction::key).toList();
  }

  static List<TransactionId> idsOf(List<Transaction> transactions) {
    return transactions.stream().map(Transaction::transactionId).toList();
  }

  /** Changes the stored bytes and leaves everything else as it is. */
  void tamper(Transaction transaction, byte[] data) throws SQLException {
    database.execute(
        "update ledger_tx set transaction_data = ? where transaction_id = ?",
        data,
        transaction.transactionId().toByteArray());
  }
}
