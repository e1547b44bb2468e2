package org.bbc1.node.ledger.importer;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** The counts of one run. */
final class Tally {

  private final Map<ImportCount, Long> counts = new EnumMap<>(ImportCount.class);

  void add(ImportCount count, long amount) {
    if (amount != 0) {
      counts.merge(count, amount, Long::sum);
    }
  }

  void increment(ImportCount count) {
    add(count, 1);
  }

  /** Transactions dealt with. */
  long transactions() {
    return Stream.of(
            ImportCount.IMPORTED,
            ImportCount.ALREADY_PRESENT,
            ImportCount.KEPT_AS_STORED,
            ImportCount.REJECTED)
        .mapToLong(count -> counts.getOrDefault(count, 0L))
        .sum();
  }

  Map<ImportCount, Long> counts() {
    return new EnumMap<>(counts);
  }
}
