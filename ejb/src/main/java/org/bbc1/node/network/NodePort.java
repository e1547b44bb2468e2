package org.bbc1.node.network;

import org.bbc1.node.config.NodeAddress;
import org.bbc1.node.domain.Domain;

/** The way to other nodes. Implementations are thread-safe and do not block. */
@FunctionalInterface
public interface NodePort {

  /** A node that has no way to other nodes. */
  NodePort CLOSED = (domain, target) -> false;

  /**
   * Asks whoever is at an address to become a neighbour in a domain.
   *
   * @return false if it could not be sent
   */
  boolean domainPing(Domain domain, NodeAddress target);
}
