package org.bbc1.node.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bbc1.id.DomainId;

/**
 * One search, page by page, until it has enough transactions or bytes, or there are no more. For
 * one use.
 */
final class TransactionSearch {

  private static final int MIN_PAGE = 8;
  private static final int MAX_PAGE = 256;
  private static final int FETCH_SIZE = 32;

  private final DomainId domain;
  private final int domainNo;
  private final SearchCondition condition;
  private final Direction direction;
  private final int count;
  private final long maxBytes;
  private final FoundTransactions assembler;
  private final SearchSql sql;

  private final List<FoundTransaction> found = new ArrayList<>();
  private final Set<Long> seen = new HashSet<>();
  private long bytes;
  private long lastPosition;
  private long lastTxNo;
  private int entriesOfPage;

  TransactionSearch(
      DomainId domain,
      int domainNo,
      SearchCondition condition,
      Direction direction,
      int count,
      long maxBytes,
      FoundTransactions assembler,
      SearchSql sql) {
    this.domain = domain;
    this.domainNo = domainNo;
    this.condition = condition;
    this.direction = direction;
    this.count = count;
    this.maxBytes = maxBytes;
    this.assembler = assembler;
    this.sql = sql;
  }

  List<FoundTransaction> run(Connection connection) throws SQLException {
    int pageSize;
    do {
      pageSize = nextPageSize();
      readPage(connection, pageSize);
    } while (!isFull() && entriesOfPage == pageSize);
    return found;
  }

  /** A power of two, so that few different statements are prepared. */
  private int nextPageSize() {
    int wanted = Math.min(MAX_PAGE, Math.max(MIN_PAGE, count - found.size()));
    return Integer.highestOneBit(wanted * 2 - 1);
  }

  private boolean isFull() {
    return found.size() >= count || bytes >= maxBytes;
  }

  private void readPage(Connection connection, int size) throws SQLException {
    ConditionSql where = where();
    entriesOfPage = 0;
    try (PreparedStatement statement =
        connection.prepareStatement(sql.page(condition, where, direction, size))) {
      where.bind(statement);
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet result = statement.executeQuery()) {
        while (!isFull() && result.next()) {
          add(result);
        }
      }
    }
  }

  private ConditionSql where() {
    ConditionSql where = new ConditionSql(domainNo, condition);
    if (!found.isEmpty()) {
      String column = condition.concernsAssets() ? "asset_no" : "tx_no";
      where.add(column + (direction == Direction.ASCENDING ? " > ?" : " < ?"), lastPosition);
      if (condition.concernsAssets()) {
        // The page may have ended within the assets of a transaction, which may be many.
        where.add("tx_no <> ?", lastTxNo);
      }
    }
    return where;
  }

  private void add(ResultSet result) throws SQLException {
    lastTxNo = result.getLong(1);
    lastPosition = result.getLong(6);
    entriesOfPage += result.getInt(7);
    if (seen.add(lastTxNo)) {
      FoundTransaction transaction = assembler.of(domain, StoredRow.read(result));
      found.add(transaction);
      bytes += FoundTransactions.sizeOf(transaction);
    }
  }
}
