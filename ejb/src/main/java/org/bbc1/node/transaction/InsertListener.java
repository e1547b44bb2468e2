package org.bbc1.node.transaction;

import org.bbc1.id.DomainId;
import org.bbc1.transaction.Transaction;

/**
 * Hears of a transaction after its commit and before the inserting client is answered. Must not
 * block.
 */
@FunctionalInterface
public interface InsertListener {

  /** A transaction was inserted by a client of this node. */
  void inserted(DomainId domain, Transaction transaction);
}
