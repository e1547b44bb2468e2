package org.bbc1.node.ledgersubsystem;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.bbc1.id.DomainId;
import org.bbc1.node.ledger.MerkleStore;
import org.bbc1.node.ledger.MerkleStore.Tree;
import org.bbc1.node.time.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Has the complete trees of one domain anchored, one after the other. An anchor that fails or takes
 * too long is tried again, after 1 s at first and twice as long each time, an hour at most; the
 * trees behind wait. Thread-safe.
 */
final class AnchorQueue {

  private static final Logger LOG = System.getLogger("core");
  private static final Duration ATTEMPT_LIMIT = Duration.ofSeconds(30);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final long NONE = 0;

  private final DomainId domain;
  private final MerkleStore store;
  private final Anchor anchor;
  private final Scheduler scheduler;
  private final Executor executor;
  private final TimeLimit attemptLimit;

  private boolean open;
  private boolean working;
  private boolean wakeAgain;
  private Duration pause = FIRST_PAUSE;
  private Scheduler.@Nullable Timer retry;
  private CompletionStage<?> lastAttempt = CompletableFuture.completedStage(null);
  private volatile long failing = NONE;

  AnchorQueue(
      DomainId domain, MerkleStore store, Anchor anchor, Scheduler scheduler, Executor executor) {
    this.domain = domain;
    this.store = store;
    this.anchor = anchor;
    this.scheduler = scheduler;
    this.executor = executor;
    this.attemptLimit = new TimeLimit(scheduler, ATTEMPT_LIMIT);
  }

  /** Whether the last attempt on this tree failed. */
  boolean isFailing(Tree tree) {
    return failing == tree.number();
  }

  /** Begins, with what the last stop has left. */
  synchronized void start() {
    open = true;
    wake();
  }

  /** Begins nothing new. */
  synchronized void stop() {
    open = false;
    if (retry != null) {
      retry.cancel();
      retry = null;
    }
  }

  /** A tree has been completed. While a failed attempt waits to be repeated, it waits too. */
  synchronized void wake() {
    if (!open || retry != null) {
      return;
    }
    if (working) {
      wakeAgain = true;
      return;
    }
    working = true;
    try {
      executor.execute(this::next);
    } catch (RejectedExecutionException e) {
      working = false;
    }
  }

  private void next() {
    Optional<Tree> tree;
    try {
      tree = store.nextToAnchor(domain);
    } catch (RuntimeException e) {
      failed(NONE, e);
      return;
    }
    if (tree.isEmpty()) {
      done();
    } else {
      attempt(tree.get());
    }
  }

  private void attempt(Tree tree) {
    CompletionStage<AnchorSpec> stage;
    try {
      stage = publish(tree);
    } catch (RuntimeException e) {
      stage = CompletableFuture.failedStage(e);
    }
    attemptLimit
        .on(stage)
        .thenAcceptAsync(spec -> store.setAnchored(domain, tree, spec.text()), executor)
        .whenComplete(
            (nothing, fault) -> {
              if (fault == null) {
                anchored(tree);
              } else {
                failed(tree.number(), fault);
              }
            });
  }

  /** An attempt that hangs is not joined by others, whose threads would hang as well. */
  private synchronized CompletionStage<AnchorSpec> publish(Tree tree) {
    if (!lastAttempt.toCompletableFuture().isDone()) {
      throw new IllegalStateException("the attempt before has not ended yet");
    }
    CompletionStage<AnchorSpec> stage = anchor.publish(domain, tree);
    lastAttempt = stage;
    return stage;
  }

  private void anchored(Tree tree) {
    LOG.log(Level.INFO, "tree {0} of domain {1} is anchored", tree.number(), domain);
    synchronized (this) {
      failing = NONE;
      pause = FIRST_PAUSE;
      working = false;
      wake();
    }
  }

  private synchronized void done() {
    working = false;
    pause = FIRST_PAUSE;
    if (wakeAgain) {
      wakeAgain = false;
      wake();
    }
  }

  private void failed(long tree, Throwable fault) {
    LOG.log(Level.WARNING, "domain {0}: anchoring failed: {1}", domain, fault.toString());
    synchronized (this) {
      failing = tree;
      working = false;
      wakeAgain = false;
      if (open) {
        retry = scheduler.schedule(pause, this::retryNow);
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      }
    }
  }

  private synchronized void retryNow() {
    retry = null;
    wake();
  }
}
