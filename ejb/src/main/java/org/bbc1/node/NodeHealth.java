package org.bbc1.node;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What can be said of the node's health. The ledger is tried by a small write when it failed last,
 * which is how readiness comes back without a restart, and when nobody has tried it for some
 * seconds, so that a database that went away while nothing was inserted is noticed as well.
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

  private static final long NANOS_BETWEEN_PROBES = TimeUnit.SECONDS.toNanos(5);

  private final LedgerState ledger;
  private final LongSupplier nanoTime;
  private final AtomicLong lastProbe;
  private final Supplier<Map<String, String>> facts;
  private final BooleanSupplier portOpen;
  private volatile Stage stage = Stage.NEW;

  NodeHealth(
      LedgerState ledger,
      BooleanSupplier portOpen,
      Supplier<Map<String, String>> facts,
      LongSupplier nanoTime) {
    this.ledger = ledger;
    this.nanoTime = nanoTime;
    this.lastProbe = new AtomicLong(nanoTime.getAsLong());
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

  /** Whether the ledger could be written last time or, where that says too little, can be now. */
  public boolean ledgerWritable() {
    return (ledger.isWritable() && !probeIsDue()) || ledger.probe();
  }

  private boolean probeIsDue() {
    long now = nanoTime.getAsLong();
    long last = lastProbe.get();
    return now - last > NANOS_BETWEEN_PROBES && lastProbe.compareAndSet(last, now);
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
