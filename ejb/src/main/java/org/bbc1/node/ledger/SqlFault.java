package org.bbc1.node.ledger;

import java.sql.SQLException;
import java.util.Set;

/** Reads from an SQLState whether the data of a statement are at fault or the database. */
final class SqlFault {

  private static final String UNIQUE_VIOLATION = "23505";
  // data, integrity, transaction rolled back (deadlock, serialisation), syntax of a value, program
  // limit
  private static final Set<String> CLASSES_OF_MEMBERS = Set.of("21", "22", "23", "40", "54");
  private static final String H2_LOCK_TIMEOUT = "HYT00";
  private static final String H2_CONCURRENT_UPDATE = "90131";

  private SqlFault() {}

  /** Whether the statement failed for what it wrote, so that others may still succeed. */
  static boolean concernsMembers(SQLException fault) {
    String state = fault.getSQLState();
    return state != null
        && (CLASSES_OF_MEMBERS.contains(state.substring(0, Math.min(2, state.length())))
            || isConcurrency(state));
  }

  /** Whether another writer was the reason, so that the same may succeed when tried again. */
  static boolean isConflict(SQLException fault) {
    String state = fault.getSQLState();
    return state != null
        && (state.equals(UNIQUE_VIOLATION) || state.startsWith("40") || isConcurrency(state));
  }

  private static boolean isConcurrency(String state) {
    return state.equals(H2_LOCK_TIMEOUT) || state.equals(H2_CONCURRENT_UPDATE);
  }
}
