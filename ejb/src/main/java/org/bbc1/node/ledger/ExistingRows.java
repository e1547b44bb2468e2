package org.bbc1.node.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bbc1.id.TransactionId;

/** Reads the rows of many transactions at once, by their ids. */
final class ExistingRows {

  private final LedgerDialect dialect;

  static String byIds(LedgerDialect dialect) {
    return "select "
        + StoredRow.COLUMNS
        + " from "
        + dialect.idsTable()
        + " join ledger_tx t on t.transaction_id = i.id where t.domain_no = ?";
  }

  ExistingRows(LedgerDialect dialect) {
    this.dialect = dialect;
  }

  /** Those of one domain that exist. */
  Map<TransactionId, StoredRow> find(
      Connection connection, int domainNo, Collection<TransactionId> ids) throws SQLException {
    Map<TransactionId, StoredRow> rows = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(byIds(dialect))) {
      statement.setArray(1, dialect.idArray(connection, ids));
      statement.setInt(2, domainNo);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          StoredRow row = StoredRow.read(result);
          rows.put(row.id(), row);
        }
      }
    }
    return rows;
  }

  /** Those of the members of a batch that exist; one query per domain. */
  Map<RowKey, StoredRow> find(Connection connection, List<PendingInsert> batch)
      throws SQLException {
    Map<Integer, List<TransactionId>> byDomain =
        batch.stream()
            .collect(
                Collectors.groupingBy(
                    PendingInsert::domainNo,
                    Collectors.mapping(insert -> insert.row().id(), Collectors.toList())));
    Map<RowKey, StoredRow> rows = new HashMap<>();
    for (Map.Entry<Integer, List<TransactionId>> domain : byDomain.entrySet()) {
      int domainNo = domain.getKey();
      find(connection, domainNo, domain.getValue())
          .forEach((id, row) -> rows.put(new RowKey(domainNo, id), row));
    }
    return rows;
  }
}
