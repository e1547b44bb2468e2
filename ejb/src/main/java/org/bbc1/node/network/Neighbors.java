package org.bbc1.node.network;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.node.config.NodeAddress;
import org.bbc1.node.domain.Domain;
import org.bbc1.node.domain.DomainListener;
import org.bbc1.node.stats.Counter;
import org.bbc1.node.stats.Statistics;

/**
 * The neighbours of this node, domain by domain. The static ones come from the domain's
 * configuration when the domain starts. Thread-safe.
 */
public final class Neighbors implements DomainListener {

  private static final Logger LOG = System.getLogger("bbc_network");

  private final InstantSource clock;
  private final Statistics statistics;
  private final Map<DomainId, Map<NodeId, Neighbor>> tables = new ConcurrentHashMap<>();

  public Neighbors(InstantSource clock, Statistics statistics) {
    this.clock = clock;
    this.statistics = statistics;
  }

  @Override
  public void opening(Domain domain) {
    tables.put(domain.id(), Map.of());
    domain
        .section()
        .staticNodes()
        .forEach(
            (nodeId, address) -> {
              if (!nodeId.equals(domain.nodeId())) {
                put(domain.id(), nodeId, address);
              }
            });
  }

  @Override
  public void closed(DomainId domain) {
    tables.remove(domain);
    count();
  }

  /** Enters a neighbour, or its new address; does nothing if the domain does not run. */
  void put(DomainId domain, NodeId nodeId, NodeAddress address) {
    Neighbor neighbor = new Neighbor(nodeId, address, false, clock.instant());
    tables.computeIfPresent(
        domain,
        (id, table) -> {
          Map<NodeId, Neighbor> next = new LinkedHashMap<>(table);
          next.put(nodeId, neighbor);
          return next;
        });
    count();
    LOG.log(Level.INFO, "domain {0}: neighbour {1} at {2}", domain, nodeId, address);
  }

  private void count() {
    statistics.set(
        Counter.NETWORK_NEIGHBOR_NODES, tables.values().stream().mapToInt(Map::size).sum());
  }

  /** The neighbours in a domain in the order in which they were entered; without this node. */
  public List<Neighbor> of(DomainId domain) {
    return new ArrayList<>(tables.getOrDefault(domain, Map.of()).values());
  }
}
