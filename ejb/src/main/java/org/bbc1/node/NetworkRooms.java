package org.bbc1.node;

import java.time.InstantSource;
import java.util.List;
import org.bbc1.node.config.NetworkLimits;
import org.bbc1.node.config.NodeAddress;
import org.bbc1.node.config.NodeConfiguration;
import org.bbc1.node.config.ProcessConfiguration;
import org.bbc1.node.domain.DomainListener;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.network.DomainKeys;
import org.bbc1.node.network.DomainNetwork;
import org.bbc1.node.network.DomainPings;
import org.bbc1.node.network.Neighbors;
import org.bbc1.node.network.NodePort;
import org.bbc1.node.network.OwnAddress;
import org.bbc1.node.network.StaticNodes;
import org.bbc1.node.stats.Statistics;

/** Puts together what the node keeps about other nodes, before and after there are domains. */
final class NetworkRooms {

  private final InstantSource clock;
  private final NetworkLimits limits;
  private final NodeAddress self;
  private final Neighbors neighbors;
  private final DomainPings pings;
  private final DomainKeys keys;

  NetworkRooms(
      ProcessConfiguration process,
      NodeConfiguration configuration,
      NodePort port,
      Statistics statistics,
      InstantSource clock) {
    this.clock = clock;
    this.limits = process.limits().network();
    this.self =
        OwnAddress.choose(
            process.ip4Address(),
            process.ip6Address(),
            configuration.p2pPort(),
            OwnAddress.ofInterfaces());
    this.neighbors = new Neighbors(clock, statistics);
    this.pings = new DomainPings(port, clock, statistics, limits.pings());
    this.keys = new DomainKeys(configuration.domainKey(), clock);
  }

  /** To be told of domains; the one that may refuse a domain first. */
  List<DomainListener> listeners() {
    return List.of(keys, neighbors, pings);
  }

  DomainNetwork of(DomainRegistry domains) {
    return new DomainNetwork(
        domains,
        self,
        neighbors,
        new StaticNodes(domains, neighbors, limits.staticNodes()),
        pings,
        keys,
        clock);
  }
}
