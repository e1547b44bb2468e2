package org.bbc1.node.ledger;

import java.util.List;

/**
 * Result of a walk (client-protocol 11.5).
 *
 * @param levels transactions by distance from the start, which is the only one of the first level;
 *     empty levels are left out; a transaction that is not {@linkplain FoundTransaction#intact()
 *     intact} stands where it was met
 * @param allIncluded false if the walk ended because it would have visited too many transactions
 */
public record Traversal(List<List<FoundTransaction>> levels, boolean allIncluded) {

  /** Copies the outer list. */
  public Traversal {
    levels = List.copyOf(levels);
  }
}
