package org.bbc1.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UnavailableDatabaseTest {

  abstract static class Contract extends LedgerFixture {

    @Test
    void databaseThatGoesAndComesBackIsUsedAgainWithoutARestart() throws Exception {
      Transaction before = TestLedgerTransactions.simple();
      insert(before);
      assertThat(ledger.isWritable()).isTrue();

      database.stop();

      byte[] file = "file".getBytes(StandardCharsets.UTF_8);
      Transaction during = TestLedgerTransactions.withFile(file);
      assertThatThrownBy(() -> insert(during, TestLedgerTransactions.files(during, file)))
          .isInstanceOf(LedgerUnavailableException.class);
      assertThatThrownBy(() -> insert(TestLedgerTransactions.simple()))
          .isInstanceOf(LedgerUnavailableException.class);
      assertThatThrownBy(() -> find(before)).isInstanceOf(LedgerUnavailableException.class);
      assertThat(ledger.isWritable()).isFalse();
      assertThat(ledger.probe()).isFalse();
      try (Stream<Path> staged = Files.list(root().resolve(".incoming"))) {
        assertThat(staged).isEmpty();
      }

      database.start();

      assertThat(ledger.probe()).isTrue();
      assertThat(ledger.isWritable()).isTrue();
      assertThat(insert(during, TestLedgerTransactions.files(during, file)))
          .isEqualTo(InsertOutcome.INSERTED);
      assertThat(find(before).intact()).isTrue();
      assertThat(ledger.count(DOMAIN, SearchCondition.NONE)).isEqualTo(2);
    }

    @Test
    void insertAloneBringsWritabilityBack() throws Exception {
      database.stop();
      assertThatThrownBy(() -> insert(TestLedgerTransactions.simple()))
          .isInstanceOf(LedgerUnavailableException.class);
      database.start();

      insert(TestLedgerTransactions.simple());

      assertThat(ledger.isWritable()).isTrue();
    }

    @Test
    void ledgerCannotBeOpenedWithoutItsDatabase() throws Exception {
      ledger.close();
      database.stop();
      try {
        assertThatThrownBy(() -> open(root())).isInstanceOf(LedgerUnavailableException.class);
        assertThatThrownBy(() -> LedgerSchema.migrate(database.dataSource()))
            .isInstanceOf(LedgerUnavailableException.class);
      } finally {
        database.start();
      }
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
      return PostgresTestDatabase.onOwnServer(folder);
    }
  }
}
