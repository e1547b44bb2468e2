package org.bbc1.node.network;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.bbc1.id.DomainId;
import org.bbc1.node.config.NodeAddress;
import org.bbc1.node.domain.Domain;
import org.bbc1.node.domain.DomainListener;
import org.bbc1.node.stats.Counter;
import org.bbc1.node.stats.Statistics;

/**
 * The domain pings that clients have asked for. A ping is in flight for 10 s (spec client-protocol
 * 10.6); so many at most, and no second one to the same address meanwhile, for it would only hit
 * somebody else's machine. Thread-safe.
 */
public final class DomainPings implements DomainListener {

  /** How long a ping waits for its answer. */
  static final Duration LIFETIME = Duration.ofSeconds(10);

  private static final Logger LOG = System.getLogger("bbc_network");

  private final NodePort port;
  private final InstantSource clock;
  private final Statistics statistics;
  private final int maxInFlight;
  private final Map<Target, Instant> inFlight = new HashMap<>();

  private record Target(DomainId domain, NodeAddress address) {}

  /**
   * @param maxInFlight most pings that wait for an answer at the same time
   */
  public DomainPings(NodePort port, InstantSource clock, Statistics statistics, int maxInFlight) {
    this.port = port;
    this.clock = clock;
    this.statistics = statistics;
    this.maxInFlight = maxInFlight;
  }

  /**
   * Pings an address; what cannot be done is told in the log only, for the client gets no answer.
   */
  public void ping(Domain domain, NodeAddress address) {
    Target target = new Target(domain.id(), address);
    if (!begin(target)) {
      return;
    }
    if (port.domainPing(domain, address)) {
      statistics.increment(Counter.NETWORK_DOMAIN_PING_SEND);
    } else {
      end(target);
      LOG.log(
          Level.INFO,
          "domain {0}: no ping to {1}, for this node has no connection to other nodes",
          domain.id(),
          address);
    }
  }

  private synchronized boolean begin(Target target) {
    Instant now = clock.instant();
    inFlight.values().removeIf(end -> !end.isAfter(now));
    if (inFlight.containsKey(target)) {
      LOG.log(Level.DEBUG, "a ping to {0} is under way already", target);
      return false;
    }
    if (inFlight.size() >= maxInFlight) {
      LOG.log(Level.DEBUG, "no ping to {0}: {1} are under way", target, inFlight.size());
      return false;
    }
    inFlight.put(target, now.plus(LIFETIME));
    return true;
  }

  private synchronized void end(Target target) {
    inFlight.remove(target);
  }

  @Override
  public synchronized void closed(DomainId domain) {
    inFlight.keySet().removeIf(target -> target.domain().equals(domain));
  }
}
