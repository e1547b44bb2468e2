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

  private SearchSql() {}

  /**
   * One page. Columns: those of {@link StoredRow}, then the last position read of that transaction,
   * and how many index entries were read of it.
   */
  static String page(SearchCondition condition, ConditionSql where, Direction direction, int size) {
    return condition.concernsAssets()
        ? assetPage(where, direction, size)
        : transactionPage(where, direction, size);
  }

  private static String assetPage(ConditionSql where, Direction direction, int size) {
    boolean ascending = direction == Direction.ASCENDING;
    String order = order(direction);
    String first = ascending ? "min" : "max";
    String last = ascending ? "max" : "min";
    return "select "
        + StoredRow.COLUMNS
        + ", p.last_no, p.entries from (select tx_no, "
        + first
        + "(asset_no) as first_no, "
        + last
        + "(asset_no) as last_no, count(*) as entries from (select tx_no, asset_no from ledger_asset"
        + " where "
        + where.text()
        + " order by asset_no "
        + order
        + " limit "
        + size
        + ") e group by tx_no) p join ledger_tx t on t.tx_no = p.tx_no order by p.first_no "
        + order;
  }

  /**
   * The numbers alone are taken from the index by domain; with all columns a planner goes by the
   * primary key.
   */
  private static String transactionPage(ConditionSql where, Direction direction, int size) {
    return "select "
        + StoredRow.COLUMNS
        + ", t.tx_no, 1 from (select tx_no from ledger_tx where "
        + where.text()
        + " order by tx_no "
        + order(direction)
        + " limit "
        + size
        + ") p join ledger_tx t on t.tx_no = p.tx_no order by t.tx_no "
        + order(direction);
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
