package org.bbc1.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerSchemaTest {

  @TempDir Path folder;

  @Test
  void h2InAnotherModeIsRefused() {
    JdbcDataSource plain = new JdbcDataSource();
    plain.setURL("jdbc:h2:file:" + folder.resolve("plain"));

    assertThatThrownBy(() -> LedgerSchema.migrate(plain))
        .isInstanceOf(LedgerUnavailableException.class)
        .hasMessageContaining("MODE=PostgreSQL");
  }

  abstract static class Contract extends LedgerFixture {

    @Test
    void migratingAgainChangesNothing() throws Exception {
      insert(TestLedgerTransactions.simple());

      LedgerSchema.migrate(database.dataSource());

      assertThat(ledger.count(DOMAIN, SearchCondition.NONE)).isEqualTo(1);
      assertThat(database.number("select count(*) from \"schema_history\" where \"success\""))
          .isPositive();
    }

    @Test
    void schemaOfANewerReleaseIsRefused() throws Exception {
      database.execute(
          "insert into \"schema_history\" (\"installed_rank\", \"version\", \"description\","
              + " \"type\", \"script\", \"installed_by\", \"execution_time\", \"success\")"
              + " values (1000, '1000', 'later', 'SQL', 'V1000__later.sql', 'test', 1, true)");

      assertThatThrownBy(() -> LedgerSchema.migrate(database.dataSource()))
          .isInstanceOf(LedgerSchemaException.class)
          .hasMessageContaining("1000");
    }

    @Test
    void removingATransactionRemovesItsAssetsAndLinks() throws Exception {
      insert(TestLedgerTransactions.pointingTo(TestLedgerTransactions.simple().transactionId()));
      assertThat(database.number("select count(*) from ledger_edge")).isEqualTo(1);

      database.execute("delete from ledger_tx");

      assertThat(database.number("select count(*) from ledger_asset")).isZero();
      assertThat(database.number("select count(*) from ledger_edge")).isZero();
    }

    @Test
    void nodeIdOfADomainCanChangeAndItsNumberStays() {
      int number = ledger.domains().find(DOMAIN).orElseThrow().number();
      var other = org.bbc1.id.NodeId.of(TestLedgerTransactions.hash("other node"));

      assertThat(ledger.domains().register(DOMAIN, other)).isEqualTo(number);

      assertThat(ledger.domains().find(DOMAIN))
          .contains(new DomainTable.DomainRow(number, DOMAIN, other));
      assertThat(ledger.domains().find(OTHER_DOMAIN)).isEmpty();
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
