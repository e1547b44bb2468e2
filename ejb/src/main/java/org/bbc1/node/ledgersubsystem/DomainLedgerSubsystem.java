package org.bbc1.node.ledgersubsystem;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bbc1.id.DomainId;
import org.bbc1.ledgersubsystem.AnchorState;
import org.bbc1.ledgersubsystem.MerklePath;
import org.bbc1.node.ledger.MerkleStore;
import org.bbc1.node.ledger.MerkleStore.State;
import org.bbc1.node.ledger.MerkleStore.Tree;

/**
 * The ledger subsystem of one domain. While it is switched off nothing is registered, completed or
 * anchored; what was registered waits for it to be switched on again.
 */
final class DomainLedgerSubsystem {

  private final DomainId domain;
  private final MerkleStore store;
  private final Anchor anchor;
  private final Registrar registrar;
  private final AnchorQueue anchors;
  private final CompleteTrees trees;
  private volatile boolean enabled;

  DomainLedgerSubsystem(
      DomainId domain,
      MerkleStore store,
      Anchor anchor,
      Registrar registrar,
      AnchorQueue anchors,
      CompleteTrees trees) {
    this.domain = domain;
    this.store = store;
    this.anchor = anchor;
    this.registrar = registrar;
    this.anchors = anchors;
    this.trees = trees;
  }

  /** As an administrator left it. */
  synchronized void start() {
    apply(store.isEnabled(domain));
  }

  synchronized void stop() {
    apply(false);
  }

  /** Switches it on or off, for good. */
  synchronized void setEnabled(boolean on) {
    store.setEnabled(domain, on);
    apply(on);
  }

  private void apply(boolean on) {
    enabled = on;
    if (on) {
      anchors.start();
      registrar.start();
    } else {
      registrar.stop();
      anchors.stop();
    }
  }

  boolean isEnabled() {
    return enabled;
  }

  CompletionStage<Void> register(byte[] digest) {
    return registrar.register(digest);
  }

  /** What is known of a digest; reads the database. */
  Evidence evidenceOf(byte[] digest) {
    Optional<MerkleStore.Place> place = store.find(domain, digest);
    if (place.isEmpty()) {
      return Evidence.of(AnchorState.UNKNOWN);
    }
    Tree tree = place.get().tree();
    if (tree.state() != State.ANCHORED) {
      boolean failing = tree.state() == State.COMPLETE && anchors.isFailing(tree);
      return Evidence.of(failing ? AnchorState.FAILED : AnchorState.PENDING);
    }
    MerklePath path = trees.get(domain, tree.number()).path(place.get().position());
    String receipt = store.receipt(domain, tree.number(), anchor.name()).orElseThrow();
    return new Evidence(
        AnchorState.ANCHORED, new Evidence.Proof(path, anchor.specOf(tree, receipt), receipt));
  }
}
