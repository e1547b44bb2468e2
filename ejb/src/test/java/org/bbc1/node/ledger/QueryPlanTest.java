package org.bbc1.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.bbc1.id.AssetId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * The main queries go by their indices on PostgreSQL, whatever the values of their parameters: it
 * is the generic plan that is looked at. 30 000 transactions of 20 domains, 50 groups and 500
 * users.
 */
class QueryPlanTest {

  private static final int TRANSACTIONS = 30_000;

  private static TestDatabase database;

  @BeforeAll
  static void fill() throws Exception {
    database = PostgresTestDatabase.onSharedServer();
    LedgerSchema.migrate(database.dataSource());
    database.execute(
        "insert into domain (domain_no, domain_id, node_id) select d, sha256(('d' || d)::bytea),"
            + " sha256('n'::bytea) from generate_series(1, 20) d");
    database.execute(
        "insert into ledger_tx select n, 1 + n % 20, sha256(('t' || n)::bytea), 0,"
            + " repeat('x', 600)::bytea, sha256('x'::bytea), 2, 1700000000000 + n,"
            + " 1700000000000 + n, 0 from generate_series(1, "
            + TRANSACTIONS
            + ") n");
    database.execute(
        "insert into ledger_asset select n, n, 1 + n % 20, 0, 1, sha256(('g' || n % 50)::bytea),"
            + " sha256(('a' || n)::bytea), sha256(('u' || n % 500)::bytea), 0, null,"
            + " 1700000000000 + n from generate_series(1, "
            + TRANSACTIONS
            + ") n");
    database.execute(
        "insert into ledger_edge select n, n, 1 + n % 20, 0, 1, sha256(('t' || n)::bytea),"
            + " sha256(('t' || n - 20)::bytea), null from generate_series(1, "
            + TRANSACTIONS
            + ") n");
    database.execute(
        "insert into asset_file select domain_no, asset_group_id, asset_id, 1,"
            + " sha256(asset_id), 'place', 0 from ledger_asset");
    database.execute("vacuum analyze");
    // Sends a query with parameter marks as text, without binding any.
    ((PGSimpleDataSource) database.dataSource()).setPreferQueryMode(PreferQueryMode.SIMPLE);
  }

  private static String plan(String query) throws SQLException {
    AtomicInteger number = new AtomicInteger();
    String numbered =
        Pattern.compile("\\?").matcher(query).replaceAll(mark -> "\\$" + number.incrementAndGet());
    StringBuilder plan = new StringBuilder();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet lines = statement.executeQuery("explain (generic_plan) " + numbered)) {
      while (lines.next()) {
        plan.append(lines.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  private static void assertUses(String query, String... indices) throws SQLException {
    assertThat(plan(query)).contains(indices).doesNotContain("Seq Scan");
  }

  private static String search(SearchCondition condition, Direction direction) {
    return new SearchSql(LedgerDialect.POSTGRESQL)
        .page(condition, new ConditionSql(1, condition), direction, 16);
  }

  private static String count(SearchCondition condition) {
    return SearchSql.count(condition, new ConditionSql(1, condition));
  }

  private static final SearchCondition GROUP =
      new SearchCondition(TestLedgerTransactions.GROUP, null, null, null, null);

  @Test
  void byId() throws Exception {
    assertUses(LedgerReads.BY_ID, "ledger_tx_id");
    assertUses(ExistingRows.byIds(LedgerDialect.POSTGRESQL), "ledger_tx_id");
  }

  @Test
  void byGroupInOrderOfInsertion() throws Exception {
    for (Direction direction : Direction.values()) {
      assertUses(search(GROUP, direction), "ledger_asset_group ", "ledger_tx_pkey");
    }
  }

  @Test
  void byAsset() throws Exception {
    SearchCondition asset = new SearchCondition(null, AssetId.of(new byte[] {1}), null, null, null);
    assertUses(search(asset, Direction.DESCENDING), "ledger_asset_asset", "ledger_tx_pkey");
  }

  @Test
  void byUser() throws Exception {
    SearchCondition user = new SearchCondition(null, null, TestLedgerTransactions.USER, null, null);
    assertUses(search(user, Direction.DESCENDING), "ledger_asset_user", "ledger_tx_pkey");
  }

  @Test
  void byGroupAndUser() throws Exception {
    SearchCondition both =
        new SearchCondition(
            TestLedgerTransactions.GROUP, null, TestLedgerTransactions.USER, null, null);
    assertThat(plan(search(both, Direction.DESCENDING)))
        .containsAnyOf("ledger_asset_user", "ledger_asset_group")
        .doesNotContain("Seq Scan");
  }

  @Test
  void byGroupAndTime() throws Exception {
    SearchCondition bounded = new SearchCondition(TestLedgerTransactions.GROUP, null, null, 1L, 2L);
    assertUses(search(bounded, Direction.DESCENDING), "ledger_asset_group_time");
    assertUses(count(bounded), "ledger_asset_group_time");
  }

  @Test
  void wholeDomainInOrderOfInsertion() throws Exception {
    for (Direction direction : Direction.values()) {
      assertUses(search(SearchCondition.NONE, direction), "ledger_tx_order");
    }
  }

  @Test
  void countByTimeAlone() throws Exception {
    SearchCondition bounds = new SearchCondition(null, null, null, 1L, 2L);
    assertUses(count(bounds), "ledger_tx_time");
  }

  @Test
  void linksBothWays() throws Exception {
    assertUses(
        LinkRows.followers(LedgerDialect.POSTGRESQL, 31), "ledger_edge_point_to", "ledger_tx_pkey");
    assertUses(LinkRows.TARGETS, "ledger_edge_ordinal");
  }

  @Test
  void assetFilesOfAGroup() throws Exception {
    assertUses(AssetFileRows.existing(LedgerDialect.POSTGRESQL), "asset_file_pkey");
  }
}
