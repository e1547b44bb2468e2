package org.bbc1.node.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Hands out the numbers of a database sequence, which come in blocks: a value of the sequence is
 * the last number of its block. What is left of a block is kept for the next batch. For one thread.
 */
final class NumberSequence {

  private final String query;
  private final int blockSize;
  private long next;
  private long remaining;

  NumberSequence(LedgerDialect dialect, String name, int blockSize) {
    this.query = dialect.nextValues(name);
    this.blockSize = blockSize;
  }

  /** As many numbers as asked for, ascending. */
  long[] take(Connection connection, int count) throws SQLException {
    long[] numbers = new long[count];
    int filled = 0;
    while (filled < count && remaining > 0) {
      numbers[filled++] = takeOne();
    }
    if (filled < count) {
      fetch(connection, numbers, filled);
    }
    return numbers;
  }

  private void fetch(Connection connection, long[] numbers, int start) throws SQLException {
    int filled = start;
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setInt(1, (numbers.length - filled + blockSize - 1) / blockSize);
      try (ResultSet values = statement.executeQuery()) {
        while (values.next()) {
          next = values.getLong(1) - blockSize + 1;
          remaining = blockSize;
          while (filled < numbers.length && remaining > 0) {
            numbers[filled++] = takeOne();
          }
        }
      }
    }
  }

  private long takeOne() {
    remaining--;
    return next++;
  }
}
