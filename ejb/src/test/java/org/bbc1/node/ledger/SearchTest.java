package org.bbc1.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.node.ledger.Direction.ASCENDING;
import static org.bbc1.node.ledger.Direction.DESCENDING;
import static org.bbc1.node.ledger.TestLedgerTransactions.GROUP;
import static org.bbc1.node.ledger.TestLedgerTransactions.OTHER_GROUP;
import static org.bbc1.node.ledger.TestLedgerTransactions.OTHER_USER;
import static org.bbc1.node.ledger.TestLedgerTransactions.USER;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.RelationBuilder;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SearchTest {

  private static SearchCondition in(@Nullable AssetGroupId group, @Nullable UserId user) {
    return new SearchCondition(group, null, user, null, null);
  }

  private static SearchCondition between(@Nullable Long startFrom, @Nullable Long until) {
    return new SearchCondition(GROUP, null, null, startFrom, until);
  }

  abstract static class Contract extends LedgerFixture {

    private List<Transaction> insertAll(Transaction... transactions) {
      List<Transaction> all = List.of(transactions);
      all.forEach(this::insert);
      return all;
    }

    @Test
    void unknownIdIsNotFound() {
      assertThat(ledger.find(DOMAIN, TransactionId.of(new byte[] {1}))).isEmpty();
    }

    @Test
    void conditionsAreCombined() {
      Transaction first = TestLedgerTransactions.of(GROUP, USER);
      Transaction otherUser = TestLedgerTransactions.of(GROUP, OTHER_USER);
      Transaction otherGroup = TestLedgerTransactions.of(OTHER_GROUP, USER);
      insertAll(first, otherUser, otherGroup);

      assertThat(search(in(GROUP, null), ASCENDING, 10))
          .isEqualTo(idsOf(List.of(first, otherUser)));
      assertThat(search(in(null, USER), ASCENDING, 10))
          .isEqualTo(idsOf(List.of(first, otherGroup)));
      assertThat(search(in(GROUP, USER), ASCENDING, 10)).isEqualTo(idsOf(List.of(first)));
      AssetId asset = TestLedgerTransactions.assetOf(otherUser);
      assertThat(search(new SearchCondition(null, asset, null, null, null), ASCENDING, 10))
          .isEqualTo(idsOf(List.of(otherUser)));
      assertThat(search(new SearchCondition(GROUP, asset, USER, null, null), ASCENDING, 10))
          .isEmpty();
      assertThat(ledger.count(DOMAIN, in(GROUP, null))).isEqualTo(2);
      assertThat(ledger.count(DOMAIN, in(GROUP, USER))).isEqualTo(1);
      assertThat(ledger.count(DOMAIN, in(OTHER_GROUP, OTHER_USER))).isZero();
    }

    @Test
    void orderIsThatOfInsertionWhateverTheTimestamps() {
      Transaction young = TestLedgerTransactions.simple(1_700_000_000_000L);
      Transaction old = TestLedgerTransactions.simple(1_600_000_000_000L);
      Transaction middle = TestLedgerTransactions.simple(1_650_000_000_000L);
      insertAll(young, old, middle);

      assertThat(search(in(GROUP, null), ASCENDING, 10))
          .isEqualTo(idsOf(List.of(young, old, middle)));
      assertThat(search(in(GROUP, null), DESCENDING, 2)).isEqualTo(idsOf(List.of(middle, old)));
      assertThat(search(SearchCondition.NONE, DESCENDING, 2))
          .isEqualTo(idsOf(List.of(middle, old)));
    }

    @Test
    void boundsAreInclusiveAndTakeEveryUnit() {
      Transaction seconds = TestLedgerTransactions.simple(1_600_000_000L);
      Transaction millis = TestLedgerTransactions.simple(1_600_000_001_000L);
      Transaction micros = TestLedgerTransactions.simple(1_600_000_002_000_000L);
      List<Transaction> all = insertAll(seconds, millis, micros);

      assertThat(search(between(1_600_000_000L, 1_600_000_002L), ASCENDING, 10))
          .isEqualTo(idsOf(all));
      assertThat(search(between(1_600_000_001L, null), ASCENDING, 10))
          .isEqualTo(idsOf(List.of(millis, micros)));
      assertThat(search(between(null, 1_600_000_001_000L), ASCENDING, 10))
          .isEqualTo(idsOf(List.of(seconds, millis)));
      assertThat(search(between(1_600_000_000_001L, 1_600_000_001_999_000L), ASCENDING, 10))
          .isEqualTo(idsOf(List.of(millis)));
      assertThat(search(between(-1L, Long.MAX_VALUE), ASCENDING, 10)).isEqualTo(idsOf(all));
      assertThat(ledger.count(DOMAIN, between(1_600_000_001L, null))).isEqualTo(2);
    }

    @Test
    void boundsAloneSpeakOfAllTransactions() {
      Transaction withoutAsset = withoutAsset();
      Transaction early = TestLedgerTransactions.simple(1_500_000_000_000L);
      insertAll(withoutAsset, early);
      SearchCondition late = new SearchCondition(null, null, null, 1_600_000_000_000L, null);

      assertThat(search(late, ASCENDING, 10)).isEqualTo(idsOf(List.of(withoutAsset)));
      assertThat(ledger.count(DOMAIN, late)).isEqualTo(1);
      assertThat(search(in(GROUP, null), ASCENDING, 10)).isEqualTo(idsOf(List.of(early)));
      assertThat(ledger.count(DOMAIN, SearchCondition.NONE)).isEqualTo(2);
    }

    private static Transaction withoutAsset() {
      TransactionBuilder builder = TestLedgerTransactions.builder(1_700_000_000_000L);
      builder.addRelation().assetGroup(GROUP).pointer(TransactionId.of(new byte[32]));
      return TestLedgerTransactions.sign(builder, USER);
    }

    @Test
    void countIsOfTransactionsNotOfAssets() {
      Transaction first = manyAssets(40);
      Transaction second = manyAssets(3);
      Transaction third = manyAssets(25);
      insertAll(first, second, third);

      assertThat(search(in(GROUP, null), DESCENDING, 1)).isEqualTo(idsOf(List.of(third)));
      assertThat(search(in(GROUP, null), DESCENDING, 2)).isEqualTo(idsOf(List.of(third, second)));
      assertThat(search(in(GROUP, null), ASCENDING, 3))
          .isEqualTo(idsOf(List.of(first, second, third)));
      assertThat(ledger.count(DOMAIN, in(GROUP, null))).isEqualTo(3);
    }

    private static Transaction manyAssets(int count) {
      TransactionBuilder builder = TestLedgerTransactions.builder(1_700_000_000_000L);
      for (int i = 0; i < count; i++) {
        TestLedgerTransactions.addAsset(
            builder, i % 2 == 0 ? GROUP : OTHER_GROUP, USER, new byte[0]);
      }
      return TestLedgerTransactions.sign(builder, USER);
    }

    @Test
    void manyResultsComeWholeAndInOrder() {
      List<Transaction> all = Stream.generate(TestLedgerTransactions::simple).limit(600).toList();
      all.stream()
          .map(t -> ledger.insert(DOMAIN, t, Origin.CLIENT, java.util.Map.of()))
          .toList()
          .forEach(stage -> stage.toCompletableFuture().join());

      assertThat(search(in(GROUP, null), ASCENDING, 1000)).isEqualTo(idsOf(all));
      assertThat(search(SearchCondition.NONE, ASCENDING, 599))
          .isEqualTo(idsOf(all.subList(0, 599)));
    }

    @Test
    void resultEndsWhenItHasEnoughBytes() {
      LedgerSettings small = new LedgerSettings(10, 1 << 20, 10, 1 << 20, 1500, 1 << 20, 10);
      Stream.generate(TestLedgerTransactions::simple).limit(30).forEach(this::insert);

      try (JdbcLedger bounded = open(new FolderAssetStore(root()), small)) {
        assertThat(bounded.search(DOMAIN, in(GROUP, null), ASCENDING, 30)).hasSizeBetween(2, 10);
      }
    }

    @Test
    void rawAndHashedAssetsAreFoundByTheirIdsAndHaveNoOwner() {
      AssetId raw = AssetId.of(TestLedgerTransactions.hash("raw"));
      AssetId hashed = AssetId.of(TestLedgerTransactions.hash("hashed"));
      TransactionBuilder builder = TestLedgerTransactions.builder(1_700_000_000_000L);
      RelationBuilder relation = builder.addRelation().assetGroup(OTHER_GROUP);
      relation.assetRaw(raw, new byte[] {1}).assetHash(List.of(hashed));
      Transaction transaction = TestLedgerTransactions.sign(builder, USER);
      insert(transaction);

      for (AssetId id : List.of(raw, hashed)) {
        assertThat(search(new SearchCondition(OTHER_GROUP, id, null, null, null), ASCENDING, 10))
            .isEqualTo(idsOf(List.of(transaction)));
      }
      assertThat(search(in(OTHER_GROUP, USER), ASCENDING, 10)).isEmpty();
    }

    @Test
    void otherDomainsAreNotSearched() {
      ledger.domains().register(OTHER_DOMAIN, NODE);
      insert(TestLedgerTransactions.simple());

      assertThat(ledger.search(OTHER_DOMAIN, SearchCondition.NONE, ASCENDING, 10)).isEmpty();
      assertThat(ledger.search(OTHER_DOMAIN, in(GROUP, null), ASCENDING, 10)).isEmpty();
      assertThat(ledger.count(OTHER_DOMAIN, SearchCondition.NONE)).isZero();
      assertThat(ledger.domains().list()).hasSize(2);
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
