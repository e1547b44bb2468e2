package org.bbc1.node.domain;

import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.node.config.DomainSection;

/**
 * A running domain.
 *
 * @param id the domain
 * @param nodeId this node's id in the domain, another one in every domain
 * @param section its configuration
 */
public record Domain(DomainId id, NodeId nodeId, DomainSection section) {

  /** Whether this is the domain of domains, which has no ledger. */
  public boolean isGlobal0() {
    return id.equals(DomainId.GLOBAL_0);
  }
}
