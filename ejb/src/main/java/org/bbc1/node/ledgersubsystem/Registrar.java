package org.bbc1.node.ledgersubsystem;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.bbc1.id.DomainId;
import org.bbc1.node.config.LedgerSubsystemSettings;
import org.bbc1.node.ledger.LedgerBusyException;
import org.bbc1.node.ledger.LedgerUnavailableException;
import org.bbc1.node.ledger.MerkleStore;
import org.bbc1.node.ledger.MerkleStore.Tree;
import org.bbc1.node.time.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Puts digests into the trees of one domain. Whatever has queued up while the last commit ran is
 * written by the next; a registration is complete once it is durable. A tree is completed when it
 * is full or when its first digest has waited long enough. One task runs at a time, so that nobody
 * else writes the trees of the domain. Thread-safe.
 */
final class Registrar {

  private static final int MOST_WAITING = 4096;
  private static final int LARGEST_BATCH = 256;
  private static final Duration RETRY = Duration.ofSeconds(10);

  private record Registration(byte[] digest, CompletableFuture<Void> result) {}

  private final DomainId domain;
  private final MerkleStore store;
  private final LedgerSubsystemSettings settings;
  private final Scheduler scheduler;
  private final InstantSource clock;
  private final Executor executor;
  private final Runnable whenCompleted;

  private final Deque<Registration> waiting = new ArrayDeque<>();
  private boolean open;
  private boolean working;
  private boolean look;
  private Scheduler.@Nullable Timer timer;

  /**
   * @param whenCompleted told when a tree may have been completed
   */
  Registrar(
      DomainId domain,
      MerkleStore store,
      LedgerSubsystemSettings settings,
      Scheduler scheduler,
      InstantSource clock,
      Executor executor,
      Runnable whenCompleted) {
    this.domain = domain;
    this.store = store;
    this.settings = settings;
    this.scheduler = scheduler;
    this.clock = clock;
    this.executor = executor;
    this.whenCompleted = whenCompleted;
  }

  /** Takes digests from now on; a tree that was begun before the last stop goes on. */
  synchronized void start() {
    open = true;
    lookAtTree();
  }

  /** Takes no more digests; those that wait are still written. */
  synchronized void stop() {
    open = false;
    stopTimer();
  }

  private void stopTimer() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  /**
   * Registers a digest.
   *
   * @return completes when it is durable
   */
  synchronized CompletionStage<Void> register(byte[] digest) {
    if (waiting.size() >= MOST_WAITING) {
      return CompletableFuture.failedStage(
          new LedgerBusyException("too many digests wait to be registered"));
    }
    Registration registration = new Registration(digest, new CompletableFuture<>());
    waiting.add(registration);
    work();
    return registration.result();
  }

  private synchronized void lookAtTree() {
    look = true;
    work();
  }

  private void work() {
    if (working) {
      return;
    }
    working = true;
    try {
      executor.execute(this::run);
    } catch (RejectedExecutionException e) {
      working = false;
      fail(new LedgerUnavailableException("the node stops", e));
    }
  }

  private void fail(RuntimeException fault) {
    List<Registration> failed = List.copyOf(waiting);
    waiting.clear();
    failed.forEach(registration -> registration.result().completeExceptionally(fault));
  }

  private void run() {
    List<Registration> batch = nextBatch();
    try {
      if (!batch.isEmpty()) {
        List<byte[]> digests = batch.stream().map(Registration::digest).toList();
        store.append(domain, digests, settings.treeSize(), clock.millis());
        batch.forEach(registration -> registration.result().complete(null));
      }
      completeOldTree();
    } catch (RuntimeException e) {
      batch.forEach(registration -> registration.result().completeExceptionally(e));
      tryAgain();
    } finally {
      goOn();
    }
  }

  private synchronized List<Registration> nextBatch() {
    look = false;
    List<Registration> batch = new ArrayList<>();
    while (batch.size() < LARGEST_BATCH && !waiting.isEmpty()) {
      batch.add(waiting.remove());
    }
    return batch;
  }

  /**
   * Completes the open tree if its time is over, else makes sure that it will be looked at then.
   */
  private void completeOldTree() {
    Tree tree = store.openTree(domain).orElse(null);
    Duration rest = tree == null ? Duration.ZERO : restOf(tree);
    boolean due = tree != null && isOpen() && (rest.isNegative() || rest.isZero());
    if (due) {
      store.completeOpenTree(domain);
    }
    setTimer(tree == null || due ? null : rest);
    whenCompleted.run();
  }

  private Duration restOf(Tree tree) {
    return Duration.ofMillis(tree.openedAt() - clock.millis()).plus(settings.longestWait());
  }

  private synchronized boolean isOpen() {
    return open;
  }

  private synchronized void setTimer(@Nullable Duration delay) {
    stopTimer();
    if (open && delay != null) {
      timer = scheduler.schedule(delay, this::lookAtTree);
    }
  }

  private void tryAgain() {
    setTimer(RETRY);
  }

  private synchronized void goOn() {
    working = false;
    if (look || !waiting.isEmpty()) {
      work();
    }
  }
}
