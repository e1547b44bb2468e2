package org.bbc1.node.ledger.importer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How rows that were found differ from those that should be there, order aside.
 *
 * @param missing rows that should be there and are not
 * @param surplus rows that nothing asks for
 * @param duplicate repetitions of rows that should be there less often
 */
record Difference(long missing, long surplus, long duplicate) {

  static <T> Difference between(List<T> expected, List<T> found) {
    Map<T, Integer> wanted = occurrences(expected);
    Map<T, Integer> there = occurrences(found);
    long missing = 0;
    long surplus = 0;
    long duplicate = 0;
    for (Map.Entry<T, Integer> row : wanted.entrySet()) {
      int count = there.getOrDefault(row.getKey(), 0);
      missing += Math.max(0, row.getValue() - count);
      duplicate += Math.max(0, count - row.getValue());
    }
    for (Map.Entry<T, Integer> row : there.entrySet()) {
      surplus += wanted.containsKey(row.getKey()) ? 0 : row.getValue();
    }
    return new Difference(missing, surplus, duplicate);
  }

  private static <T> Map<T, Integer> occurrences(List<T> rows) {
    Map<T, Integer> occurrences = new HashMap<>();
    rows.forEach(row -> occurrences.merge(row, 1, Integer::sum));
    return occurrences;
  }

  boolean isNone() {
    return missing == 0 && surplus == 0 && duplicate == 0;
  }

  @Override
  public String toString() {
    return missing + " missing, " + surplus + " surplus, " + duplicate + " repeated";
  }
}
