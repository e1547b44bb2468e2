package org.bbc1.node.ledger;

import org.bbc1.id.DomainId;

/** The domain has no row in this ledger: {@link DomainTable#register} was never called for it. */
public final class UnknownDomainException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownDomainException(DomainId domain) {
    super("domain " + domain + " is not registered in the ledger");
  }
}
