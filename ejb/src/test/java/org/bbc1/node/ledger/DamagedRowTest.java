package org.bbc1.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rows that somebody has changed. */
class DamagedRowTest {

  abstract static class Contract extends LedgerFixture {

    private static byte[] flipped(byte[] data, int index) {
      byte[] changed = data.clone();
      changed[index] ^= 1;
      return changed;
    }

    private void assertCompromised(Transaction transaction, byte[] data) {
      FoundTransaction found = find(transaction);
      assertThat(found.intact()).isFalse();
      assertThat(found.transaction()).isNull();
      assertThat(found.data()).isEqualTo(data);
      assertThat(ledger.search(DOMAIN, SearchCondition.NONE, Direction.ASCENDING, 10))
          .extracting(FoundTransaction::intact)
          .containsOnly(false);
    }

    @Test
    void changedByteIsFoundEvenIfTheTransactionWasReadBefore() throws Exception {
      Transaction transaction = TestLedgerTransactions.simple();
      insert(transaction);
      assertThat(find(transaction).intact()).isTrue();
      byte[] changed = flipped(transaction.serialize(), 10);

      tamper(transaction, changed);

      assertCompromised(transaction, changed);
    }

    @Test
    void everyKindOfChangeIsFoundAlthoughTheDigestWasChangedToo() throws Exception {
      Transaction transaction = TestLedgerTransactions.simple();
      byte[] good = transaction.serialize();
      insert(transaction);

      for (byte[] changed :
          List.of(
              flipped(good, 10), // another id
              flipped(good, good.length - 1), // the signature
              new byte[] {0, 0, 1, 2, 3}, // not a transaction
              new byte[0],
              TestLedgerTransactions.simple().serialize())) { // a good one in the wrong place
        tamper(transaction, changed);
        database.execute("update ledger_tx set data_sha256 = ?", Sha256.of(changed));
        assertCompromised(transaction, changed);
      }
      tamper(transaction, good);
      database.execute("update ledger_tx set data_sha256 = ?", Sha256.of(good));
      assertThat(find(transaction).intact()).isTrue();
    }

    @Test
    void damagedRowIsReplacedByTheNextGoodInsertInItsPlace() throws Exception {
      List<Transaction> all = Stream.generate(TestLedgerTransactions::simple).limit(3).toList();
      all.forEach(this::insert);
      Transaction damaged = all.get(1);
      tamper(damaged, flipped(damaged.serialize(), 20));
      database.execute("update ledger_asset set asset_group_id = ? where ordinal = 0", new byte[1]);

      assertThat(insert(damaged)).isEqualTo(InsertOutcome.INSERTED);

      assertThat(find(damaged).intact()).isTrue();
      assertThat(search(SearchCondition.NONE, Direction.ASCENDING, 10)).isEqualTo(idsOf(all));
      assertThat(
              search(
                  new SearchCondition(TestLedgerTransactions.GROUP, null, null, null, null),
                  Direction.ASCENDING,
                  10))
          .isEqualTo(idsOf(List.of(damaged)));
      assertThat(database.number("select count(*) from ledger_asset")).isEqualTo(3);
      assertThat(database.number("select count(*) from ledger_tx where origin = 2")).isEqualTo(1);
    }

    @Test
    void replacedRowKeepsItsPlaceInAGroupAndItsLinks() throws Exception {
      Transaction first = TestLedgerTransactions.simple();
      Transaction damaged = TestLedgerTransactions.pointingTo(first.transactionId());
      Transaction last = TestLedgerTransactions.simple();
      List<Transaction> all = List.of(first, damaged, last);
      all.forEach(this::insert);
      tamper(damaged, new byte[] {1});

      insert(damaged);

      SearchCondition group =
          new SearchCondition(TestLedgerTransactions.GROUP, null, null, null, null);
      assertThat(search(group, Direction.ASCENDING, 10)).isEqualTo(idsOf(all));
      assertThat(
              ledger
                  .traverse(
                      DOMAIN,
                      first.transactionId(),
                      TraverseRequest.of(TraverseRequest.Way.FUTURE, 5, 30))
                  .levels())
          .hasSize(2);
    }

    @Test
    void rowWithAForgedSignatureIsReplaced() throws Exception {
      Transaction transaction = TestLedgerTransactions.simple();
      insert(transaction);
      byte[] forged = flipped(transaction.serialize(), transaction.serialize().length - 1);
      tamper(transaction, forged);
      database.execute("update ledger_tx set data_sha256 = ?", Sha256.of(forged));

      assertThat(insert(transaction)).isEqualTo(InsertOutcome.INSERTED);
      assertThat(find(transaction).data()).isEqualTo(transaction.serialize());
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
