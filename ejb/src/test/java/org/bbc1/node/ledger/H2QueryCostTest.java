package org.bbc1.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The main queries read a few rows on H2, however many there are. H2 tells how many it has looked
 * at.
 */
class H2QueryCostTest extends LedgerFixture {

  private static final int TRANSACTIONS = 2_000;
  private static final int FEW = 70;
  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

  private final SearchSql sql = new SearchSql(LedgerDialect.H2);
  private TransactionId last = TransactionId.of(new byte[32]);

  @Override
  TestDatabase createDatabase(Path folder) {
    return new H2TestDatabase(folder);
  }

  @BeforeEach
  void fill() throws Exception {
    List<CompletableFuture<InsertOutcome>> stages = new ArrayList<>();
    for (int i = 0; i < TRANSACTIONS; i++) {
      Transaction transaction = TestLedgerTransactions.pointingTo(last);
      last = transaction.transactionId();
      stages.add(ledger.insert(DOMAIN, transaction, Origin.CLIENT, Map.of()).toCompletableFuture());
    }
    stages.forEach(CompletableFuture::join);
    database.execute("analyze");
  }

  private interface Binder {
    void bind(Connection connection, PreparedStatement statement) throws Exception;
  }

  private void assertReadsFew(String query, Binder parameters) throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement("explain analyze " + query)) {
      parameters.bind(connection, statement);
      try (ResultSet plan = statement.executeQuery()) {
        plan.next();
        Matcher scanned = SCANNED.matcher(plan.getString(1));
        assertThat(scanned.find()).isTrue();
        scanned.reset();
        while (scanned.find()) {
          assertThat(Integer.parseInt(scanned.group(1))).as(plan.getString(1)).isLessThan(FEW);
        }
      }
    }
  }

  private void assertSearchReadsFew(SearchCondition condition) throws Exception {
    int domainNo = ledger.domains().find(DOMAIN).orElseThrow().number();
    for (Direction direction : Direction.values()) {
      ConditionSql first = new ConditionSql(domainNo, condition);
      assertReadsFew(
          sql.page(condition, first, direction, 16), (c, statement) -> first.bind(statement));
      ConditionSql next = new ConditionSql(domainNo, condition);
      String position = condition.concernsAssets() ? "asset_no" : "tx_no";
      next.add(position + (direction == Direction.ASCENDING ? " > ?" : " < ?"), 1000);
      assertReadsFew(
          sql.page(condition, next, direction, 16), (c, statement) -> next.bind(statement));
    }
  }

  @Test
  void searches() throws Exception {
    assertSearchReadsFew(SearchCondition.NONE);
    assertSearchReadsFew(new SearchCondition(TestLedgerTransactions.GROUP, null, null, null, null));
    assertSearchReadsFew(new SearchCondition(null, null, TestLedgerTransactions.USER, null, null));
    assertSearchReadsFew(
        new SearchCondition(
            TestLedgerTransactions.GROUP, null, TestLedgerTransactions.USER, null, null));
  }

  @Test
  void idsAndLinks() throws Exception {
    int domainNo = ledger.domains().find(DOMAIN).orElseThrow().number();
    Binder ids =
        (connection, statement) -> {
          statement.setArray(
              1,
              LedgerDialect.H2.idArray(connection, List.of(last, TransactionId.of(new byte[2]))));
          statement.setInt(2, domainNo);
        };
    assertReadsFew(ExistingRows.byIds(LedgerDialect.H2), ids);
    assertReadsFew(LinkRows.followers(LedgerDialect.H2, 31), ids);
    assertReadsFew(LinkRows.TARGETS, (connection, statement) -> statement.setLong(1, 1));
  }
}
