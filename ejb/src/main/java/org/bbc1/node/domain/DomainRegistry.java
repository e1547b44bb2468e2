package org.bbc1.node.domain;

import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.node.config.ConfigurationException;
import org.bbc1.node.config.DomainSection;
import org.bbc1.node.config.NodeConfiguration;
import org.bbc1.node.ledger.DomainTable;
import org.bbc1.node.ledger.LedgerUnavailableException;
import org.bbc1.node.stats.Counter;
import org.bbc1.node.stats.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * The domains of this node. They are set up and closed one at a time; looking one up never waits.
 * What is set up is in {@code config.json} and comes back after a restart (spec client-protocol
 * 10.1, 10.2).
 */
public final class DomainRegistry {

  private static final Logger LOG = System.getLogger("core");

  private final Object changes = new Object();
  private final NodeConfiguration configuration;
  private final DomainTable table;
  private final UserRegistry users;
  private final Statistics statistics;
  private final Supplier<NodeId> newNodeId;
  private final List<DomainListener> listeners;
  private volatile Map<DomainId, Domain> running = Map.of();

  /**
   * @param newNodeId makes the random id of this node in a domain it enters for the first time
   * @param listeners told of every domain that comes or goes, in this order
   */
  public DomainRegistry(
      NodeConfiguration configuration,
      DomainTable table,
      UserRegistry users,
      Statistics statistics,
      Supplier<NodeId> newNodeId,
      List<DomainListener> listeners) {
    this.configuration = configuration;
    this.table = table;
    this.users = users;
    this.statistics = statistics;
    this.newNodeId = newNodeId;
    this.listeners = List.copyOf(listeners);
  }

  /**
   * Starts what {@code config.json} lists; the domain of domains only if asked for.
   *
   * @throws DomainSetupException if one cannot be started
   */
  public void startConfigured(boolean domain0) {
    for (DomainId domain : configuration.domains()) {
      if (domain0 || !domain.equals(DomainId.GLOBAL_0)) {
        setUp(domain, null, true);
      }
    }
    if (domain0) {
      setUp(DomainId.GLOBAL_0, null, true);
    }
    statistics.set(Counter.NETWORK_NUM_DOMAINS, running.size());
  }

  /**
   * Sets a domain up: completely, then visible to everybody, or not at all.
   *
   * @param overlay replaces top-level keys of the domain's section
   * @param trusted whether the overlay may choose where files and rows are stored
   * @return false if the domain runs already; then nothing has changed
   * @throws DomainSetupException if it cannot be set up
   */
  public boolean setUp(DomainId id, @Nullable JsonObject overlay, boolean trusted) {
    synchronized (changes) {
      if (running.containsKey(id)) {
        return false;
      }
      try {
        publish(build(id, overlay, trusted));
      } catch (ConfigurationException e) {
        LOG.log(Level.WARNING, "domain {0} not set up: {1}", id, e.getMessage());
        throw new DomainSetupException("Invalid configuration of the domain", e);
      } catch (LedgerUnavailableException e) {
        LOG.log(Level.ERROR, "domain {0} not set up: {1}", id, e.getMessage());
        throw new DomainSetupException("The ledger is not available", e);
      }
      LOG.log(Level.INFO, "domain {0} is set up", id);
      return true;
    }
  }

  private Domain build(DomainId id, @Nullable JsonObject overlay, boolean trusted) {
    Optional<DomainSection> stored = configuration.domain(id);
    DomainSection base = stored.orElseGet(() -> configuration.newDomain(id));
    DomainSection section = overlay == null ? base : base.overlaid("bbc_configuration", overlay);
    if (!trusted && !section.sameStorageAs(base)) {
      throw new DomainSetupException("storage.root and db need a signed request", null);
    }
    NodeId nodeId = section.nodeId().orElseGet(newNodeId);
    Domain domain = new Domain(id, nodeId, section.withNodeId(nodeId));
    configuration.putDomain(id, domain.section());
    boolean complete = false;
    try {
      if (!domain.isGlobal0()) {
        table.register(id, nodeId);
      }
      listeners.forEach(listener -> listener.opening(domain));
      complete = true;
    } finally {
      if (!complete) {
        tellClosed(id);
        stored.ifPresentOrElse(
            before -> configuration.putDomain(id, before), () -> configuration.removeDomain(id));
      }
    }
    return domain;
  }

  /**
   * Changes the configuration of a running domain, here and in the file.
   *
   * @return the configuration as it is now
   * @throws NoSuchDomainException if it does not run
   * @throws ConfigurationException if the file cannot be written; then nothing has changed
   */
  public DomainSection changeSection(DomainId id, UnaryOperator<DomainSection> change) {
    synchronized (changes) {
      Domain domain = require(id);
      DomainSection section = change.apply(domain.section());
      if (!section.equals(domain.section())) {
        configuration.putDomain(id, section);
        publish(new Domain(id, domain.nodeId(), section));
      }
      return section;
    }
  }

  /** Whatever one of them does, the others hear of it. */
  private void tellClosed(DomainId id) {
    for (DomainListener listener : listeners) {
      try {
        listener.closed(id);
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "something was left behind of domain " + id, e);
      }
    }
  }

  private void publish(Domain domain) {
    Map<DomainId, Domain> next = new LinkedHashMap<>(running);
    next.put(domain.id(), domain);
    replace(next);
  }

  private void replace(Map<DomainId, Domain> next) {
    running = Collections.unmodifiableMap(next);
    statistics.set(Counter.NETWORK_NUM_DOMAINS, next.size());
  }

  /**
   * Closes a domain: its users are unbound, its section, and with it the node id, is deleted; its
   * data stay.
   *
   * @return false if it does not run
   * @throws ConfigurationException if the file cannot be written; then the domain runs on
   */
  public boolean close(DomainId id) {
    synchronized (changes) {
      if (!running.containsKey(id)) {
        return false;
      }
      configuration.removeDomain(id);
      Map<DomainId, Domain> next = new LinkedHashMap<>(running);
      next.remove(id);
      replace(next);
      users.removeDomain(id);
      tellClosed(id);
      LOG.log(Level.INFO, "domain {0} is closed", id);
      return true;
    }
  }

  /** The running domains in the order in which they were set up. */
  public List<Domain> list() {
    return List.copyOf(running.values());
  }

  /** The domain, if it runs. */
  public Optional<Domain> find(@Nullable DomainId id) {
    return id == null ? Optional.empty() : Optional.ofNullable(running.get(id));
  }

  /**
   * The domain.
   *
   * @throws NoSuchDomainException if it does not run, or if none is named
   */
  public Domain require(@Nullable DomainId id) {
    return find(id).orElseThrow(NoSuchDomainException::new);
  }
}
