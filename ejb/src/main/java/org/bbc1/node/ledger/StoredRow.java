package org.bbc1.node.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.bbc1.id.TransactionId;

/** A row of the table of transactions as read, before any check. */
record StoredRow(long txNo, TransactionId id, byte[] data, byte[] sha256, long timestampMillis) {

  /** The columns that {@link #read} expects first in a result, of the table named {@code t}. */
  static final String COLUMNS =
      "t.tx_no, t.transaction_id, t.transaction_data, t.data_sha256, t.timestamp_ms";

  static StoredRow read(ResultSet result) throws SQLException {
    return new StoredRow(
        result.getLong(1),
        TransactionId.of(result.getBytes(2)),
        result.getBytes(3),
        result.getBytes(4),
        result.getLong(5));
  }

  /** Whether the bytes are still those that were stored. */
  boolean isUnchanged(byte[] sha256OfData) {
    return Arrays.equals(sha256OfData, sha256);
  }
}
