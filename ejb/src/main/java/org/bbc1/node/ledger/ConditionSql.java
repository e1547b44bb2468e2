package org.bbc1.node.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.bbc1.id.Id;
import org.jspecify.annotations.Nullable;

/** The condition of a search as SQL, with its parameters in the order of their marks. */
final class ConditionSql {

  private final StringBuilder text = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  ConditionSql(int domainNo, SearchCondition condition) {
    text.append("domain_no = ?");
    parameters.add(domainNo);
    addId("asset_group_id", condition.assetGroupId());
    addId("asset_id", condition.assetId());
    addId("user_id", condition.userId());
    addBound("timestamp_ms >= ?", condition.startFrom());
    addBound("timestamp_ms <= ?", condition.until());
  }

  private void addId(String column, @Nullable Id id) {
    if (id != null) {
      text.append(" and ").append(column).append(" = ?");
      parameters.add(id.toByteArray());
    }
  }

  private void addBound(String comparison, @Nullable Long bound) {
    if (bound != null) {
      text.append(" and ").append(comparison);
      parameters.add(TimestampUnits.millisOfBound(bound));
    }
  }

  /** Adds a comparison with a number. */
  void add(String comparison, long value) {
    text.append(" and ").append(comparison);
    parameters.add(value);
  }

  /** For a where clause. */
  String text() {
    return text.toString();
  }

  /** Sets the parameters from the first mark on. */
  void bind(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      Object value = parameters.get(i);
      if (value instanceof byte[] bytes) {
        statement.setBytes(i + 1, bytes);
      } else if (value instanceof Integer number) {
        statement.setInt(i + 1, number);
      } else {
        statement.setLong(i + 1, (Long) value);
      }
    }
  }
}
