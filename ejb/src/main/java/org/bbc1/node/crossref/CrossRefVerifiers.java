package org.bbc1.node.crossref;

import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;

/**
 * The neighbours that can have a transaction verified by a domain that holds a cross reference to
 * it. Implementations are thread-safe and do not block.
 */
@FunctionalInterface
public interface CrossRefVerifiers {

  /** A node that knows of none. */
  CrossRefVerifiers NONE = (domain, requester, transaction) -> false;

  /**
   * Asks one of them; what it finds goes to the requester as a message of its own.
   *
   * @return false if there is none to ask
   */
  boolean ask(DomainId domain, UserId requester, TransactionId transaction);
}
