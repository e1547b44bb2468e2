package org.bbc1.node.ledgersubsystem;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.bbc1.id.DomainId;
import org.bbc1.node.config.LedgerSubsystemSettings;
import org.bbc1.node.domain.Domain;
import org.bbc1.node.domain.DomainListener;
import org.bbc1.node.ledger.MerkleStore;
import org.bbc1.node.time.Scheduler;

/**
 * The ledger subsystems of the running domains that have one: those configured so, or all if the
 * process is. Thread-safe.
 */
public final class LedgerSubsystems implements DomainListener {

  private static final Logger LOG = System.getLogger("core");
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

  private final boolean everywhere;
  private final MerkleStore store;
  private final Anchor anchor;
  private final Scheduler scheduler;
  private final InstantSource clock;
  private final Executor executor;
  private final TimeLimit answerLimit;
  private final CompleteTrees trees;
  private final Map<DomainId, DomainLedgerSubsystem> running = new ConcurrentHashMap<>();

  /**
   * @param everywhere whether every domain has one, whatever its configuration says
   * @param executor runs what waits for the database; bounded
   */
  public LedgerSubsystems(
      boolean everywhere,
      MerkleStore store,
      Anchor anchor,
      Scheduler scheduler,
      InstantSource clock,
      Executor executor) {
    this.everywhere = everywhere;
    this.store = store;
    this.anchor = anchor;
    this.scheduler = scheduler;
    this.clock = clock;
    this.executor = executor;
    this.trees = new CompleteTrees(store);
    this.answerLimit = new TimeLimit(scheduler, ANSWER_LIMIT);
  }

  @Override
  public void opening(Domain domain) {
    LedgerSubsystemSettings settings = domain.section().ledgerSubsystem();
    if (domain.isGlobal0() || !(everywhere || settings.inUse())) {
      return;
    }
    if (!settings.subsystem().equals(anchor.name())) {
      LOG.log(
          Level.INFO,
          "domain {0}: no ledger subsystem {1}, roots are anchored as {2}",
          domain.id(),
          settings.subsystem(),
          anchor.name());
    }
    DomainLedgerSubsystem subsystem = build(domain.id(), settings);
    running.put(domain.id(), subsystem);
    subsystem.start();
  }

  private DomainLedgerSubsystem build(DomainId domain, LedgerSubsystemSettings settings) {
    AnchorQueue anchors = new AnchorQueue(domain, store, anchor, scheduler, executor);
    Registrar registrar =
        new Registrar(domain, store, settings, scheduler, clock, executor, anchors::wake);
    return new DomainLedgerSubsystem(domain, store, anchor, registrar, anchors, trees);
  }

  @Override
  public void closed(DomainId domain) {
    DomainLedgerSubsystem subsystem = running.remove(domain);
    if (subsystem != null) {
      subsystem.stop();
    }
  }

  /** Starts nothing new. */
  public void stop() {
    running.keySet().forEach(this::closed);
  }

  /** Whether the domain has one. */
  public boolean isInstalled(DomainId domain) {
    return running.containsKey(domain);
  }

  /** Whether it has one that is switched on. */
  public boolean isEnabled(DomainId domain) {
    DomainLedgerSubsystem subsystem = running.get(domain);
    return subsystem != null && subsystem.isEnabled();
  }

  /**
   * Switches it on or off; durable.
   *
   * @return false if the domain has none
   */
  public boolean setEnabled(DomainId domain, boolean enabled) {
    DomainLedgerSubsystem subsystem = running.get(domain);
    if (subsystem == null) {
      return false;
    }
    subsystem.setEnabled(enabled);
    LOG.log(
        Level.INFO, "ledger subsystem of domain {0} switched {1}", domain, enabled ? "on" : "off");
    return true;
  }

  /**
   * Registers a digest in a domain whose subsystem is switched on.
   *
   * @param digest 1 to 32 bytes
   * @return completes when it is durable; exceptionally, within 10 s, if that is not certain
   */
  public CompletionStage<Void> register(DomainId domain, byte[] digest) {
    return answerLimit.on(require(domain).register(digest));
  }

  /**
   * What is known of a digest, in a domain that has a subsystem.
   *
   * @return completes within 10 s, exceptionally if there is no answer by then
   */
  public CompletionStage<Evidence> verify(DomainId domain, byte[] digest) {
    DomainLedgerSubsystem subsystem = require(domain);
    return answerLimit.on(
        CompletableFuture.supplyAsync(() -> subsystem.evidenceOf(digest), executor));
  }

  private DomainLedgerSubsystem require(DomainId domain) {
    return Optional.ofNullable(running.get(domain))
        .orElseThrow(() -> new IllegalStateException("no ledger subsystem in " + domain));
  }
}
