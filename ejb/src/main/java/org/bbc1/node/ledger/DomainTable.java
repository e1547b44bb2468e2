package org.bbc1.node.ledger;

import java.util.List;
import java.util.Optional;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;

/**
 * The domains that have a row in the ledger. A row stays when a domain is closed, because its
 * transactions stay. All methods throw {@link LedgerUnavailableException} if the database cannot be
 * used.
 */
public interface DomainTable {

  /**
   * A domain as stored.
   *
   * @param number key of the domain inside the database
   * @param domainId the domain
   * @param nodeId id of this node in the domain
   */
  record DomainRow(int number, DomainId domainId, NodeId nodeId) {}

  /**
   * Makes sure that the domain has a row with this node id, an older node id being replaced.
   *
   * @return key of the domain inside the database
   */
  int register(DomainId domain, NodeId node);

  /** The row of a domain. */
  Optional<DomainRow> find(DomainId domain);

  /** All rows in order of their registration. */
  List<DomainRow> list();
}
