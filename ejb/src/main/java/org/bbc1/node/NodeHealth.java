package org.bbc1.node;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What can be said of the node's health. Asking is cheap, except that a ledger that failed is tried
 * again: that is how readiness comes back without a restart.
 */
public final class NodeHealth {

  /** Stages of a node's life. */
  public enum Stage {
    NEW,
    STARTED,
    STOPPED
  }

  /** The health questions that need a look at the ledger. */
  interface LedgerState {

    boolean isWritable();

    boolean probe();
  }

  private final LedgerState ledger;
  private final Supplier<Map<String, String>> facts;
  private final BooleanSupplier portOpen;
  private volatile Stage stage = Stage.NEW;

  NodeHealth(LedgerState ledger, BooleanSupplier portOpen, Supplier<Map<String, String>> facts) {
    this.ledger = ledger;
    this.portOpen = portOpen;
    this.facts = facts;
  }

  void enter(Stage next) {
    stage = next;
  }

  /** Whether the process should go on; false only after the node was stopped. */
  public boolean live() {
    return stage != Stage.STOPPED;
  }

  /** Whether the start is complete. */
  public boolean started() {
    return stage == Stage.STARTED;
  }

  /** Whether requests can be served now: started, the client port open, the ledger writable. */
  public boolean ready() {
    return started() && portOpen.getAsBoolean() && ledgerWritable();
  }

  /** Whether the last write to the ledger succeeded, or a new try does. */
  public boolean ledgerWritable() {
    return ledger.isWritable() || ledger.probe();
  }

  /** Facts behind the answers, as texts by name. No secrets. */
  public Map<String, String> details() {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("stage", stage.name());
    details.put("clientPortOpen", String.valueOf(portOpen.getAsBoolean()));
    details.put("ledgerWritable", String.valueOf(ledger.isWritable()));
    details.putAll(facts.get());
    return details;
  }
}
