package org.bbc1.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionValidator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GroupCommitWriterTest {

  /** The writer is run in the test's thread, on a queue that was filled before. */
  abstract static class Contract extends LedgerFixture {

    private final InsertQueue queue = new InsertQueue(1000, Long.MAX_VALUE);

    private GroupCommitWriter writer(LedgerSettings settings, DataSource dataSource)
        throws SQLException {
      LedgerDialect dialect;
      try (Connection connection = database.dataSource().getConnection()) {
        dialect = LedgerDialect.of(connection);
      }
      RowVerifier verifier =
          new RowVerifier(
              new TransactionValidator(SignatureEngines.bouncyCastle()), new VerifiedCache(10));
      FolderAssetStore files = new FolderAssetStore(root());
      Writability writability = new Writability();
      return new GroupCommitWriter(
          queue,
          dataSource,
          dialect,
          new BatchInserter(dialect, verifier),
          files,
          new Answers(files, Runnable::run, writability),
          writability,
          new PlannerStatistics(database.dataSource(), dialect, Runnable::run),
          settings);
    }

    private LedgerCounters write(LedgerSettings settings, List<PendingInsert> inserts)
        throws SQLException {
      return write(settings, inserts, database.dataSource());
    }

    private LedgerCounters write(
        LedgerSettings settings, List<PendingInsert> inserts, DataSource dataSource)
        throws SQLException {
      for (PendingInsert insert : inserts) {
        assertThat(queue.reserve(insert.size())).isTrue();
        queue.add(insert);
      }
      queue.close();
      GroupCommitWriter writer = writer(settings, dataSource);
      writer.run();
      return writer.counters();
    }

    private PendingInsert pending(Transaction transaction) {
      return pending(TransactionRow.of(transaction));
    }

    private PendingInsert pending(TransactionRow row) {
      int domainNo = ledger.domains().find(DOMAIN).orElseThrow().number();
      return new PendingInsert(domainNo, row, Origin.CLIENT, List.of());
    }

    private List<PendingInsert> pending(int count) {
      return new ArrayList<>(
          Stream.generate(() -> pending(TestLedgerTransactions.simple())).limit(count).toList());
    }

    /** Same as a good row, but the database's check of the digest's length refuses it. */
    private PendingInsert refused() {
      TransactionRow good = TransactionRow.of(TestLedgerTransactions.simple());
      return pending(
          new TransactionRow(
              good.id(),
              good.wireFormat(),
              good.data(),
              new byte[31],
              good.version(),
              good.timestamp(),
              good.timestampMillis(),
              good.assets(),
              good.links()));
    }

    @Test
    void whatIsWaitingGoesIntoOneCommit() throws Exception {
      List<PendingInsert> inserts = pending(150);

      LedgerCounters counters = write(LedgerSettings.DEFAULTS, inserts);

      assertThat(counters).isEqualTo(new LedgerCounters(1, 150));
      assertThat(inserts)
          .allSatisfy(i -> assertThat(i.result()).isCompletedWithValue(InsertOutcome.INSERTED));
    }

    @Test
    void batchesAreBoundedByCountAndByBytes() throws Exception {
      List<PendingInsert> inserts = pending(10);
      long size = inserts.get(0).size();
      LedgerSettings small = new LedgerSettings(100, 1L << 20, 4, 3 * size, 1 << 20, 1 << 20, 10);

      assertThat(write(small, inserts).commits()).isEqualTo(4);
    }

    @Test
    void refusedMemberDoesNotHarmTheOthers() throws Exception {
      List<PendingInsert> inserts = pending(6);
      PendingInsert refused = refused();
      inserts.add(3, refused);

      LedgerCounters counters = write(LedgerSettings.DEFAULTS, inserts);

      assertThat(counters).isEqualTo(new LedgerCounters(6, 6));
      assertThatThrownBy(refused.result()::join)
          .hasCauseInstanceOf(LedgerUnavailableException.class)
          // What others have sent is no part of the message.
          .satisfies(fault -> assertThat(fault.getMessage()).hasSizeLessThan(1000));
      assertThat(ledger.count(DOMAIN, SearchCondition.NONE)).isEqualTo(6);
    }

    @Test
    void duplicatesWithinABatchAreAnsweredAsSuch() throws Exception {
      Transaction transaction = TestLedgerTransactions.simple();
      PendingInsert first = pending(transaction);
      PendingInsert same = pending(transaction);
      PendingInsert different = pending(TestLedgerTransactions.zipped(transaction));

      write(LedgerSettings.DEFAULTS, List.of(first, same, different));

      assertThat(first.result()).isCompletedWithValue(InsertOutcome.INSERTED);
      assertThat(same.result()).isCompletedWithValue(InsertOutcome.DUPLICATE_SAME);
      assertThat(different.result()).isCompletedWithValue(InsertOutcome.DUPLICATE_DIFFERENT);
    }

    @Test
    void duplicatesWithinABatchOfOneStoredBeforeAreComparedWithThat() throws Exception {
      Transaction transaction = TestLedgerTransactions.simple();
      insert(transaction);
      PendingInsert zipped = pending(TestLedgerTransactions.zipped(transaction));
      PendingInsert zippedAgain = pending(TestLedgerTransactions.zipped(transaction));
      PendingInsert same = pending(transaction);

      write(LedgerSettings.DEFAULTS, List.of(zipped, zippedAgain, same));

      assertThat(zipped.result()).isCompletedWithValue(InsertOutcome.DUPLICATE_DIFFERENT);
      assertThat(zippedAgain.result()).isCompletedWithValue(InsertOutcome.DUPLICATE_DIFFERENT);
      assertThat(same.result()).isCompletedWithValue(InsertOutcome.DUPLICATE_SAME);
    }

    @Test
    void connectionThatBreaksAfterTheCommitLeavesItsInsertsCommitted() throws Exception {
      List<PendingInsert> inserts = pending(3);

      write(LedgerSettings.DEFAULTS, inserts, breakingAfterCommit());

      assertThat(inserts)
          .allSatisfy(i -> assertThat(i.result()).isCompletedWithValue(InsertOutcome.INSERTED));
      assertThat(ledger.count(DOMAIN, SearchCondition.NONE)).isEqualTo(3);
    }

    /** Its connections fail once they are committed: they neither change their mode nor close. */
    private DataSource breakingAfterCommit() {
      return (DataSource)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {DataSource.class},
              (proxy, method, arguments) ->
                  breakingAfterCommit(database.dataSource().getConnection()));
    }

    private Connection breakingAfterCommit(Connection connection) {
      boolean[] committed = {false};
      return (Connection)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                String name = method.getName();
                if (name.equals("close")) {
                  connection.close();
                }
                if (committed[0] && (name.equals("setAutoCommit") || name.equals("close"))) {
                  throw new SQLException("the connection is gone", "08006");
                }
                committed[0] |= name.equals("commit");
                try {
                  return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }

    @Test
    void callersCodeThatFailsDoesNotStopTheWriter() throws Exception {
      List<PendingInsert> inserts = pending(2);
      inserts
          .get(0)
          .result()
          .thenRun(
              () -> {
                throw new CompletionException(new IllegalStateException("caller"));
              });

      write(LedgerSettings.DEFAULTS, inserts);

      assertThat(inserts.get(1).result()).isCompletedWithValue(InsertOutcome.INSERTED);
    }
  }

  @Nested
  class OnH2 extends Contract {
    @Override
    TestDatabase createDatabase(Path folder) {
      return new H2TestDatabase(folder);
    }
  }

  @Nested
  class OnPostgres extends Contract {
    @Override
    TestDatabase createDatabase(Path folder) throws Exception {
      return PostgresTestDatabase.onSharedServer();
    }
  }
}
