package org.bbc1.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InsertTest {

  abstract static class Contract extends LedgerFixture {

    @Test
    void insertedTransactionIsFoundWithTheSameBytes() {
      Transaction transaction = TestLedgerTransactions.simple();

      assertThat(insert(transaction)).isEqualTo(InsertOutcome.INSERTED);

      FoundTransaction found = find(transaction);
      assertThat(found.intact()).isTrue();
      assertThat(found.data()).isEqualTo(transaction.serialize());
      assertThat(found.key()).isEqualTo(transaction.transactionId());
    }

    @Test
    void zlibFormStaysZlib() {
      Transaction zipped = TestLedgerTransactions.zipped(TestLedgerTransactions.simple());

      insert(zipped);

      assertThat(find(zipped).data()).isEqualTo(zipped.serialize());
    }

    @Test
    void sameBytesAgainAreADuplicateAndOneRow() throws Exception {
      Transaction transaction = TestLedgerTransactions.simple();
      insert(transaction);

      assertThat(insert(transaction)).isEqualTo(InsertOutcome.DUPLICATE_SAME);

      assertThat(database.number("select count(*) from ledger_tx")).isEqualTo(1);
      assertThat(database.number("select count(*) from ledger_asset")).isEqualTo(1);
    }

    @Test
    void otherFormOfTheSameIdIsADifferentDuplicateAndTheFirstStays() {
      Transaction transaction = TestLedgerTransactions.simple();
      insert(transaction);

      assertThat(insert(TestLedgerTransactions.zipped(transaction)))
          .isEqualTo(InsertOutcome.DUPLICATE_DIFFERENT);

      assertThat(find(transaction).data()).isEqualTo(transaction.serialize());
    }

    @Test
    void theSameTransactionInTwoDomainsIsTwo() {
      ledger.domains().register(OTHER_DOMAIN, NODE);
      Transaction transaction = TestLedgerTransactions.simple();
      insert(transaction);

      assertThat(
              ledger
                  .insert(OTHER_DOMAIN, transaction, Origin.CLIENT, Map.of())
                  .toCompletableFuture()
                  .join())
          .isEqualTo(InsertOutcome.INSERTED);
    }

    @Test
    void unregisteredDomainIsRefused() {
      Transaction transaction = TestLedgerTransactions.simple();

      assertThatThrownBy(() -> ledger.find(OTHER_DOMAIN, transaction.transactionId()))
          .isInstanceOf(UnknownDomainException.class);
      assertThat(ledger.insert(OTHER_DOMAIN, transaction, Origin.CLIENT, Map.of()))
          .failsWithin(10, TimeUnit.SECONDS)
          .withThrowableOfType(java.util.concurrent.ExecutionException.class)
          .withCauseInstanceOf(UnknownDomainException.class);
    }

    @Test
    void everyAcknowledgedInsertOfSixteenThreadsIsThereInFewerCommits() throws Exception {
      int threads = 16;
      int each = 20;
      List<List<Transaction>> work =
          IntStream.range(0, threads)
              .mapToObj(i -> Stream.generate(TestLedgerTransactions::simple).limit(each).toList())
              .toList();
      CountDownLatch start = new CountDownLatch(1);

      List<InsertOutcome> outcomes = inParallel(work, start);

      assertThat(outcomes).hasSize(threads * each).containsOnly(InsertOutcome.INSERTED);
      assertThat(ledger.count(DOMAIN, SearchCondition.NONE)).isEqualTo(threads * each);
      assertThat(ledger.counters().inserts()).isEqualTo(threads * each);
      assertThat(ledger.counters().commits()).isLessThan(threads * each);
    }

    @Test
    void oneTransactionFromManyThreadsIsInsertedOnce() throws Exception {
      Transaction transaction = TestLedgerTransactions.simple();
      List<List<Transaction>> work =
          IntStream.range(0, 16).mapToObj(i -> List.of(transaction)).toList();

      List<InsertOutcome> outcomes = inParallel(work, new CountDownLatch(1));

      assertThat(outcomes).containsOnlyOnce(InsertOutcome.INSERTED);
      assertThat(outcomes.stream().filter(o -> o == InsertOutcome.DUPLICATE_SAME)).hasSize(15);
    }

    private List<InsertOutcome> inParallel(List<List<Transaction>> work, CountDownLatch start)
        throws Exception {
      ExecutorService callers = Executors.newFixedThreadPool(work.size());
      try {
        List<Future<List<InsertOutcome>>> results = new ArrayList<>();
        for (List<Transaction> transactions : work) {
          Callable<List<InsertOutcome>> task =
              () -> {
                start.await();
                return transactions.stream().map(this::insert).toList();
              };
          results.add(callers.submit(task));
        }
        start.countDown();
        List<InsertOutcome> outcomes = new ArrayList<>();
        for (Future<List<InsertOutcome>> result : results) {
          outcomes.addAll(result.get(60, TimeUnit.SECONDS));
        }
        return outcomes;
      } finally {
        callers.shutdown();
      }
    }

    @Test
    void aSingleInsertDoesNotWaitForOthers() {
      Transaction transaction = TestLedgerTransactions.simple();

      assertThat(ledger.insert(DOMAIN, transaction, Origin.CLIENT, Map.of()))
          .succeedsWithin(10, TimeUnit.SECONDS)
          .isEqualTo(InsertOutcome.INSERTED);
      assertThat(ledger.counters().commits()).isEqualTo(1);
    }

    @Test
    void insertsOfOneCallerAreFoundInTheOrderOfTheirCalls() {
      List<Transaction> transactions =
          Stream.generate(TestLedgerTransactions::simple).limit(300).toList();
      CompletableFuture<?>[] stages =
          transactions.stream()
              .map(t -> ledger.insert(DOMAIN, t, Origin.CLIENT, Map.of()).toCompletableFuture())
              .toArray(CompletableFuture[]::new);

      CompletableFuture.allOf(stages).join();

      assertThat(search(SearchCondition.NONE, Direction.ASCENDING, 1000))
          .isEqualTo(idsOf(transactions));
      assertThat(ledger.counters().commits()).isLessThan(300);
    }

    @Test
    void nothingIsLostByClosingAndOpening() throws Exception {
      Transaction before = TestLedgerTransactions.simple();
      insert(before);

      reopen();
      Transaction after = TestLedgerTransactions.simple();
      insert(after);

      assertThat(search(SearchCondition.NONE, Direction.ASCENDING, 10))
          .isEqualTo(idsOf(List.of(before, after)));
      assertThat(ledger.domains().find(DOMAIN)).get().extracting("nodeId").isEqualTo(NODE);
    }

    @Test
    void closingWritesWhatIsWaitingAndRefusesWhatComesAfter() {
      List<CompletableFuture<InsertOutcome>> stages =
          Stream.generate(TestLedgerTransactions::simple)
              .limit(50)
              .map(t -> ledger.insert(DOMAIN, t, Origin.CLIENT, Map.of()).toCompletableFuture())
              .toList();

      ledger.close();

      assertThat(stages)
          .allSatisfy(
              stage ->
                  assertThat(stage)
                      .succeedsWithin(10, TimeUnit.SECONDS)
                      .isEqualTo(InsertOutcome.INSERTED));
      assertThatThrownBy(() -> insert(TestLedgerTransactions.simple()))
          .isInstanceOf(LedgerUnavailableException.class);
    }

    @Test
    void twoWritersOnOneDatabaseInsertEachTransactionOnce() throws Exception {
      List<Transaction> transactions =
          Stream.generate(TestLedgerTransactions::simple).limit(200).toList();
      List<CompletableFuture<InsertOutcome>> stages = new ArrayList<>();
      try (JdbcLedger second = open(folder.resolve("assets of the second"))) {
        for (int i = 0; i < transactions.size(); i++) {
          stages.add(start(ledger, transactions.get(i)));
          stages.add(start(second, transactions.get(transactions.size() - 1 - i)));
        }
        CompletableFuture.allOf(stages.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
      }

      assertThat(stages.stream().filter(s -> s.join() == InsertOutcome.INSERTED)).hasSize(200);
      assertThat(stages.stream().filter(s -> s.join() == InsertOutcome.DUPLICATE_SAME))
          .hasSize(200);
      assertThat(ledger.count(DOMAIN, SearchCondition.NONE)).isEqualTo(200);
    }

    private static CompletableFuture<InsertOutcome> start(Ledger into, Transaction transaction) {
      return into.insert(DOMAIN, transaction, Origin.REPLICATION, Map.of()).toCompletableFuture();
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
