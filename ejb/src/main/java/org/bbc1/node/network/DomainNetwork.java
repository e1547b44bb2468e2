package org.bbc1.node.network;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.bbc1.id.DomainId;
import org.bbc1.node.config.NodeAddress;
import org.bbc1.node.domain.Domain;
import org.bbc1.node.domain.DomainRegistry;

/**
 * What the node knows of other nodes.
 *
 * @param domains the running domains
 * @param self the address of this node that others are told
 * @param neighbors the nodes it knows
 * @param staticNodes the way in for those an operator names
 * @param pings pings under way
 * @param keys domain keys
 * @param clock tells the time
 */
public record DomainNetwork(
    DomainRegistry domains,
    NodeAddress self,
    Neighbors neighbors,
    StaticNodes staticNodes,
    DomainPings pings,
    DomainKeys keys,
    InstantSource clock) {

  /** The nodes of a domain, this one first. */
  public List<Neighbor> nodesOf(Domain domain) {
    boolean domain0 = domains.find(DomainId.GLOBAL_0).isPresent();
    List<Neighbor> nodes = new ArrayList<>();
    nodes.add(new Neighbor(domain.nodeId(), self, domain0, clock.instant()));
    nodes.addAll(neighbors.of(domain.id()));
    return nodes;
  }
}
