package org.bbc1.node.ledger;

/**
 * The queries of searches and counts. A page of a search reads a number of index entries in order,
 * makes them distinct, and joins the transactions, so that its cost follows the size of the page
 * and not that of the ledger (storage B4).
 *
 * <p>The page size stands in the text instead of a parameter: a planner that does not know it
 * prepares for a tenth of the table.
 */
final class SearchSql {

  private final LedgerDialect dialect;

  SearchSql(LedgerDialect dialect) {
    this.dialect = dialect;
  }

  /**
   * One page. Columns: those of {@link StoredRow}, then the last position read of that transaction,
   * and how many index entries were read of it.
   */
  String page(SearchCondition condition, ConditionSql where, Direction direction, int size) {
    return condition.concernsAssets()
        ? assetPage(condition, where, direction, size)
        : transactionPage(condition, where, direction, size);
  }

  private String assetPage(
      SearchCondition condition, ConditionSql where, Direction direction, int size) {
    boolean ascending = direction == Direction.ASCENDING;
    return "select "
        + StoredRow.COLUMNS
        + ", p.last_no, p.entries from (select tx_no, "
        + (ascending ? "min" : "max")
        + "(asset_no) as first_no, "
        + (ascending ? "max" : "min")
        + "(asset_no) as last_no, count(*) as entries from (select tx_no, asset_no from ledger_asset"
        + assetIndex(condition, direction)
        + " where "
        + where.text()
        + " order by "
        + indexColumns(condition)
        + ", asset_no "
        + order(direction)
        + " limit "
        + size
        + ") e group by tx_no) p join ledger_tx t on t.tx_no = p.tx_no order by p.first_no "
        + order(direction);
  }

  /**
   * The numbers alone are taken from the index by domain; with all columns a planner goes by the
   * primary key.
   */
  private String transactionPage(
      SearchCondition condition, ConditionSql where, Direction direction, int size) {
    return "select "
        + StoredRow.COLUMNS
        + ", t.tx_no, 1 from (select tx_no from ledger_tx"
        + (condition.isEmpty() ? useIndex("ledger_tx_order", direction) : "")
        + " where "
        + where.text()
        + " order by domain_no, tx_no "
        + order(direction)
        + " limit "
        + size
        + ") p join ledger_tx t on t.tx_no = p.tx_no order by t.tx_no "
        + order(direction);
  }

  private String assetIndex(SearchCondition condition, Direction direction) {
    if (condition.assetId() != null) {
      return "";
    }
    if (condition.userId() != null) {
      return useIndex("ledger_asset_user", direction);
    }
    boolean bounded = condition.startFrom() != null || condition.until() != null;
    return bounded ? "" : useIndex("ledger_asset_group", direction);
  }

  private String useIndex(String index, Direction direction) {
    return dialect.useIndex(direction == Direction.ASCENDING ? index : index + "_descending");
  }

  /**
   * The columns before the position in the index to use. Each has one value only, so they change no
   * order; H2 needs them to see that the index is sorted as wanted.
   */
  private static String indexColumns(SearchCondition condition) {
    if (condition.assetId() != null) {
      return "domain_no, asset_id";
    }
    return condition.userId() != null ? "domain_no, user_id" : "domain_no, asset_group_id";
  }

  private static String order(Direction direction) {
    return direction == Direction.ASCENDING ? "asc" : "desc";
  }

  static String count(SearchCondition condition, ConditionSql where) {
    return condition.concernsAssets()
        ? "select count(*) from (select distinct tx_no from ledger_asset where "
            + where.text()
            + ") d"
        : "select count(*) from ledger_tx where " + where.text();
  }
}
