package org.bbc1.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.bbc1.id.AssetGroupId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A group that got no transaction for a long time is found as quickly as a busy one: the younger
 * rows of other groups are not read. One domain, 20 000 rows of one group, then 20 000 of another.
 */
class OldGroupPlanTest {

  private static final int ROWS = 20_000;

  private static TestDatabase database;

  @BeforeAll
  static void fill() throws Exception {
    database = PostgresTestDatabase.onSharedServer();
    LedgerSchema.migrate(database.dataSource());
    database.execute(
        "insert into domain (domain_no, domain_id, node_id) values (1, sha256('d'::bytea),"
            + " sha256('n'::bytea))");
    database.execute(
        "insert into ledger_tx select n, 1, sha256(('t' || n)::bytea), 0, 'x'::bytea,"
            + " sha256('x'::bytea), 2, n, n, 0 from generate_series(1, "
            + 2 * ROWS
            + ") n");
    database.execute(
        "insert into ledger_asset select n, n, 1, 0, 1, sha256((case when n > "
            + ROWS
            + " then 'young' else 'old' end)::bytea), sha256(('a' || n)::bytea),"
            + " sha256('u'::bytea), 0, null, n from generate_series(1, "
            + 2 * ROWS
            + ") n");
    database.execute("vacuum analyze");
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void only_rows_of_the_group_are_read(Direction direction) throws Exception {
    SearchCondition condition =
        new SearchCondition(AssetGroupId.of(new byte[] {1}), null, null, null, null);
    String query =
        new SearchSql(LedgerDialect.POSTGRESQL)
            .page(condition, new ConditionSql(1, condition), direction, 16)
            .replaceFirst("\\?", "1")
            .replaceFirst("\\?", "sha256('" + oldest(direction) + "'::bytea)");

    assertThat(plan(query))
        .contains("ledger_asset_group ")
        .doesNotContain("Rows Removed by Filter");
  }

  /** The group that the order meets last. */
  private static String oldest(Direction direction) {
    return direction == Direction.DESCENDING ? "old" : "young";
  }

  private static String plan(String query) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet lines = statement.executeQuery("explain analyze " + query)) {
      while (lines.next()) {
        plan.append(lines.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }
}
