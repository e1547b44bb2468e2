package org.bbc1.node.ledger;

import java.util.Comparator;
import org.bbc1.id.TransactionId;

/** Unique key of a transaction in the database. */
record RowKey(int domainNo, TransactionId id) implements Comparable<RowKey> {

  private static final Comparator<RowKey> ORDER =
      Comparator.comparingInt(RowKey::domainNo).thenComparing(RowKey::id);

  @Override
  public int compareTo(RowKey other) {
    return ORDER.compare(this, other);
  }
}
