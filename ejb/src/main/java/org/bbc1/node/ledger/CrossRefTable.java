package org.bbc1.node.ledger;

import java.util.List;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;

/**
 * Which transactions of this node's domains other domains hold as cross references (storage B1).
 * Thread-safe; blocks for the database. Throws {@link UnknownDomainException} and {@link
 * LedgerUnavailableException} as {@link Ledger} does.
 */
@FunctionalInterface
public interface CrossRefTable {

  /**
   * The transactions of a domain, one entry per record, the oldest record first; a transaction that
   * is held twice is listed twice.
   *
   * @param limit most entries to return, at least 1
   */
  List<TransactionId> transactionsOf(DomainId domain, int limit);
}
