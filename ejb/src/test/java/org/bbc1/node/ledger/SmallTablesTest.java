package org.bbc1.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.TransactionId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Cross references and the log of repairs. */
class SmallTablesTest {

  abstract static class Contract extends LedgerFixture {

    private static final TransactionId FIRST = id("first");
    private static final TransactionId SECOND = id("second");
    private static final AssetKey FILE =
        new AssetKey(
            DOMAIN,
            AssetGroupId.of(TestLedgerTransactions.hash("group")),
            AssetId.of(TestLedgerTransactions.hash("asset")));
    private static final Instant EARLY = Instant.ofEpochSecond(1_700_000_000L);
    private static final Instant LATE = EARLY.plusSeconds(60);

    private static TransactionId id(String name) {
      return TransactionId.of(TestLedgerTransactions.hash(name));
    }

    private void hold(int number, TransactionId id) throws SQLException {
      database.execute(
          "insert into cross_ref (cross_ref_no, domain_no, transaction_id, outer_domain_id,"
              + " txid_having_cross_ref) select "
              + number
              + ", domain_no, ?, ?, ? from domain",
          id.toByteArray(),
          OTHER_DOMAIN.toByteArray(),
          TestLedgerTransactions.hash("holder " + number));
    }

    @Test
    void crossReferencesAreListedInTheirOrderUpToTheLimit() throws SQLException {
      hold(3, FIRST);
      hold(1, SECOND);
      hold(2, FIRST);

      assertThat(ledger.crossRefs().transactionsOf(DOMAIN, 10))
          .containsExactly(SECOND, FIRST, FIRST);
      assertThat(ledger.crossRefs().transactionsOf(DOMAIN, 2)).containsExactly(SECOND, FIRST);
    }

    @Test
    void anUnknownDomainHasNoTables() {
      assertThatThrownBy(() -> ledger.crossRefs().transactionsOf(OTHER_DOMAIN, 1))
          .isInstanceOf(UnknownDomainException.class);
      assertThatThrownBy(() -> ledger.repairLog().failed(OTHER_DOMAIN, FIRST, null, EARLY))
          .isInstanceOf(UnknownDomainException.class);
    }

    @Test
    void whatIsNotRepairedHasOneEntry() throws SQLException {
      RepairLog log = ledger.repairLog();
      log.failed(DOMAIN, FIRST, null, EARLY);
      log.failed(DOMAIN, FIRST, FILE, EARLY);
      log.failed(DOMAIN, SECOND, null, EARLY);
      log.failed(DOMAIN, FIRST, null, LATE);
      log.failed(DOMAIN, FIRST, FILE, LATE);

      assertThat(database.number("select count(*) from repair_log")).isEqualTo(3);
      assertThat(
              database.number(
                  "select count(*) from repair_log where outcome = 'failed'"
                      + " and requested_at = timestamp with time zone '2023-11-14 22:14:20+00:00'"))
          .isEqualTo(2);
    }

    @Test
    void aNewDamageAfterARepairHasAnEntryOfItsOwn() throws SQLException {
      ledger.repairLog().failed(DOMAIN, FIRST, null, EARLY);
      database.execute("update repair_log set repaired_at = requested_at, outcome = 'repaired'");

      ledger.repairLog().failed(DOMAIN, FIRST, null, LATE);

      assertThat(database.number("select count(*) from repair_log")).isEqualTo(2);
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
