package org.bbc1.node.crossref;

import java.util.List;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.node.domain.Domain;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.domain.NoSuchDomainException;
import org.bbc1.node.ledger.CrossRefTable;
import org.bbc1.node.ledger.LedgerUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * What is known of cross references. Throws {@link NoSuchDomainException} for a domain that does
 * not run here. Thread-safe.
 */
public final class CrossReferences {

  private final DomainRegistry domains;
  private final CrossRefTable table;
  private final CrossRefVerifiers verifiers;

  public CrossReferences(DomainRegistry domains, CrossRefTable table, CrossRefVerifiers verifiers) {
    this.domains = domains;
    this.table = table;
    this.verifiers = verifiers;
  }

  /**
   * The transactions of a domain that other domains hold, one entry per record, the oldest record
   * first; blocks for the database. The domain of domains has none.
   *
   * @param limit most entries to return, at least 1
   * @throws LedgerUnavailableException if the database cannot be used
   */
  public List<TransactionId> holdersList(@Nullable DomainId domain, int limit) {
    Domain running = domains.require(domain);
    return running.isGlobal0() ? List.of() : table.transactionsOf(running.id(), limit);
  }

  /**
   * Has a transaction verified; the result goes to the requester as a message of its own.
   *
   * @return false if it is certain already that nobody will
   */
  public boolean requestVerification(
      @Nullable DomainId domain, UserId requester, TransactionId transaction) {
    Domain running = domains.require(domain);
    return !running.isGlobal0() && verifiers.ask(running.id(), requester, transaction);
  }
}
