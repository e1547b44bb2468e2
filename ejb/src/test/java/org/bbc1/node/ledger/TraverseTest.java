package org.bbc1.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.node.ledger.TestLedgerTransactions.GROUP;
import static org.bbc1.node.ledger.TestLedgerTransactions.OTHER_GROUP;
import static org.bbc1.node.ledger.TestLedgerTransactions.OTHER_USER;
import static org.bbc1.node.ledger.TestLedgerTransactions.USER;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.node.ledger.TraverseRequest.Way;
import org.bbc1.transaction.Transaction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TraverseTest {

  abstract static class Contract extends LedgerFixture {

    /** Each points to the one before it. */
    private List<Transaction> chain(int length) {
      List<Transaction> chain = new ArrayList<>();
      chain.add(inserted(TestLedgerTransactions.simple()));
      while (chain.size() < length) {
        TransactionId last = chain.get(chain.size() - 1).transactionId();
        chain.add(inserted(TestLedgerTransactions.pointingTo(last)));
      }
      return chain;
    }

    private Transaction inserted(Transaction transaction) {
      insert(transaction);
      return transaction;
    }

    private Traversal walk(Transaction start, TraverseRequest request) {
      return ledger.traverse(DOMAIN, start.transactionId(), request);
    }

    private static List<List<TransactionId>> levels(Traversal traversal) {
      return traversal.levels().stream().map(LedgerFixture::ids).toList();
    }

    private static List<List<TransactionId>> oneEach(List<Transaction> transactions) {
      return transactions.stream().map(t -> List.of(t.transactionId())).toList();
    }

    @Test
    void pastFollowsWhatATransactionPointsTo() {
      List<Transaction> chain = chain(4);
      List<Transaction> backwards = new ArrayList<>(chain);
      Collections.reverse(backwards);

      Traversal all = walk(chain.get(3), TraverseRequest.of(Way.PAST, 10, 30));
      assertThat(levels(all)).isEqualTo(oneEach(backwards));
      assertThat(all.allIncluded()).isTrue();
      assertThat(levels(walk(chain.get(3), TraverseRequest.of(Way.PAST, 2, 30))))
          .isEqualTo(oneEach(backwards.subList(0, 2)));
    }

    @Test
    void walkEndsWithinALevelOnceItsResultIsLargeEnough() {
      byte[] file = new byte[1000];
      TransactionId[] targets =
          Stream.generate(() -> TestLedgerTransactions.withFile(file))
              .limit(5)
              .peek(target -> insert(target, TestLedgerTransactions.files(target, file)))
              .map(Transaction::transactionId)
              .toArray(TransactionId[]::new);
      Transaction start = inserted(TestLedgerTransactions.pointingTo(targets));
      LedgerSettings small = new LedgerSettings(100, 1 << 20, 10, 1 << 20, 3000, 1 << 20, 10);

      try (JdbcLedger limited = open(new FolderAssetStore(root()), small)) {
        Traversal traversal =
            limited.traverse(DOMAIN, start.transactionId(), TraverseRequest.of(Way.PAST, 2, 30));

        assertThat(traversal.allIncluded()).isFalse();
        assertThat(traversal.levels().get(1)).hasSizeBetween(1, 3);
      }
    }

    @Test
    void futureFollowsWhatPointsToATransaction() {
      List<Transaction> chain = chain(4);

      Traversal all = walk(chain.get(0), TraverseRequest.of(Way.FUTURE, 10, 30));
      assertThat(levels(all)).isEqualTo(oneEach(chain));
      assertThat(all.allIncluded()).isTrue();
      assertThat(levels(walk(chain.get(0), TraverseRequest.of(Way.FUTURE, 3, 30))))
          .isEqualTo(oneEach(chain.subList(0, 3)));
    }

    @Test
    void nothingIsFoundWithoutHopsOrStart() {
      Transaction stored = inserted(TestLedgerTransactions.simple());

      assertThat(walk(stored, TraverseRequest.of(Way.PAST, 0, 30)).levels()).isEmpty();
      assertThat(walk(stored, TraverseRequest.of(Way.PAST, -1, 30)).levels()).isEmpty();
      assertThat(walk(TestLedgerTransactions.simple(), TraverseRequest.of(Way.PAST, 3, 30)))
          .isEqualTo(new Traversal(List.of(), true));
    }

    @Test
    void walkEndsWhenItWouldVisitTooMany() {
      List<Transaction> chain = chain(6);

      for (Way way : Way.values()) {
        Transaction start = way == Way.PAST ? chain.get(5) : chain.get(0);
        Traversal walk = walk(start, TraverseRequest.of(way, 10, 3));
        assertThat(walk.levels()).hasSize(3);
        assertThat(walk.allIncluded()).isFalse();
        Traversal exact = walk(start, TraverseRequest.of(way, 10, 6));
        assertThat(exact.levels()).hasSize(6);
        assertThat(exact.allIncluded()).isTrue();
      }
    }

    @Test
    void cutHopsDoNotMeanThatSomethingIsLeftOut() {
      List<Transaction> chain = chain(6);

      // capped at 2 x 2 hops, but ended before by the number of transactions
      assertThat(walk(chain.get(5), TraverseRequest.of(Way.PAST, 100, 2)).allIncluded()).isFalse();
      assertThat(walk(chain.get(1), TraverseRequest.of(Way.PAST, 100, 2)).allIncluded()).isTrue();
      assertThat(walk(chain.get(5), TraverseRequest.of(Way.PAST, 2, 2)).allIncluded()).isTrue();
    }

    @Test
    void idsThatWaitTwiceCountTwiceAndAreListedOnce() {
      Transaction root = inserted(TestLedgerTransactions.simple());
      TransactionId id = root.transactionId();
      Transaction twice = inserted(TestLedgerTransactions.pointingTo(id, id));

      for (Way way : Way.values()) {
        Transaction start = way == Way.PAST ? twice : root;
        Traversal cut = walk(start, TraverseRequest.of(way, 10, 2));
        assertThat(cut.levels()).hasSize(1);
        assertThat(cut.allIncluded()).isFalse();
        Traversal whole = walk(start, TraverseRequest.of(way, 10, 3));
        assertThat(whole.levels()).hasSize(2).allSatisfy(level -> assertThat(level).hasSize(1));
      }
    }

    @Test
    void aDiamondIsListedByDistanceEachOnce() {
      Transaction top = inserted(TestLedgerTransactions.simple());
      Transaction left = inserted(TestLedgerTransactions.pointingTo(top.transactionId()));
      Transaction right = inserted(TestLedgerTransactions.pointingTo(top.transactionId()));
      Transaction bottom =
          inserted(TestLedgerTransactions.pointingTo(left.transactionId(), right.transactionId()));

      assertThat(levels(walk(bottom, TraverseRequest.of(Way.PAST, 10, 30))))
          .containsExactly(
              idsOf(List.of(bottom)), idsOf(List.of(left, right)), idsOf(List.of(top)));
      assertThat(levels(walk(top, TraverseRequest.of(Way.FUTURE, 10, 30))))
          .containsExactly(
              idsOf(List.of(top)), idsOf(List.of(left, right)), idsOf(List.of(bottom)));
    }

    @Test
    void missingTransactionsAreSkipped() {
      TransactionId missing = TransactionId.of(new byte[32]);
      Transaction stored = inserted(TestLedgerTransactions.simple());
      Transaction start =
          inserted(TestLedgerTransactions.pointingTo(missing, stored.transactionId()));

      Traversal walk = walk(start, TraverseRequest.of(Way.PAST, 10, 30));

      assertThat(levels(walk)).isEqualTo(oneEach(List.of(start, stored)));
      assertThat(walk.allIncluded()).isTrue();
    }

    @Test
    void skippedTransactionsAreNotFollowed() {
      Transaction old = inserted(at(1_500_000_000_000L, USER));
      Transaction middle = inserted(at(1_600_000_000_000L, OTHER_USER, old.transactionId()));
      Transaction young = inserted(at(1_700_000_000_000L, USER, middle.transactionId()));

      assertThat(levels(walk(young, bounded(Way.PAST, 1_650_000_000L, null))))
          .isEqualTo(oneEach(List.of(young)));
      assertThat(levels(walk(young, bounded(Way.PAST, 1_600_000_000L, null))))
          .isEqualTo(oneEach(List.of(young, middle)));
      assertThat(levels(walk(old, bounded(Way.FUTURE, null, 1_650_000_000L))))
          .isEqualTo(oneEach(List.of(old, middle)));
      assertThat(levels(walk(young, filtered(USER)))).isEqualTo(oneEach(List.of(young)));
      assertThat(levels(walk(young, filtered(OTHER_USER)))).isEmpty();
    }

    @Test
    void aBoundOfTheOtherWayHasNoEffect() {
      Transaction old = inserted(at(1_500_000_000_000L, USER));
      Transaction young = inserted(at(1_700_000_000_000L, USER, old.transactionId()));

      assertThat(walk(young, bounded(Way.PAST, null, 1_000_000_000L)).levels()).hasSize(2);
      assertThat(walk(old, bounded(Way.FUTURE, 1_900_000_000L, null)).levels()).hasSize(2);
    }

    @Test
    void oneAssetMustMatchGroupAndUser() {
      var builder = TestLedgerTransactions.builder(1_700_000_000_000L);
      TestLedgerTransactions.addAsset(builder, GROUP, USER, new byte[0]);
      TestLedgerTransactions.addAsset(builder, OTHER_GROUP, OTHER_USER, new byte[0]);
      Transaction start = inserted(TestLedgerTransactions.sign(builder, USER));

      assertThat(
              walk(start, new TraverseRequest(Way.PAST, 1, GROUP, USER, null, null, 30)).levels())
          .hasSize(1);
      assertThat(
              walk(start, new TraverseRequest(Way.PAST, 1, GROUP, OTHER_USER, null, null, 30))
                  .levels())
          .isEmpty();
    }

    @Test
    void compromisedTransactionIsListedAndPassedThrough() throws Exception {
      List<Transaction> chain = chain(3);
      tamper(chain.get(1), new byte[] {0, 0, 1});

      for (Way way : Way.values()) {
        Traversal walk =
            walk(way == Way.PAST ? chain.get(2) : chain.get(0), TraverseRequest.of(way, 10, 30));
        assertThat(walk.levels().stream().flatMap(List::stream))
            .extracting(FoundTransaction::intact)
            .containsExactly(true, false, true);
      }
    }

    private static Transaction at(long timestamp, UserId user, TransactionId... targets) {
      return TestLedgerTransactions.pointingTo(timestamp, GROUP, user, targets);
    }

    private static TraverseRequest bounded(Way way, @Nullable Long from, @Nullable Long until) {
      return new TraverseRequest(way, 10, null, null, from, until, 30);
    }

    private static TraverseRequest filtered(UserId user) {
      return new TraverseRequest(Way.PAST, 10, GROUP, user, null, null, 30);
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
