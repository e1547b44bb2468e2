package org.bbc1.node.ledgersubsystem;

import java.util.concurrent.CompletionStage;
import org.bbc1.id.DomainId;
import org.bbc1.node.ledger.MerkleStore.Tree;

/**
 * A place outside of the tables where the root of a complete tree is put, so that it can be proved
 * later. Thread-safe.
 */
public interface Anchor {

  /** Name in {@code spec.subsystem} and in the receipts. */
  String name();

  /**
   * Publishes the root of a tree and stores the receipt under {@link #name}. Called for one tree of
   * a domain at a time, in the order of their numbers; again for the same tree until it succeeds,
   * so that doing it twice must do no harm.
   *
   * @return where, completed once the receipt is durable; completed exceptionally if it did not
   *     succeed. It may take its time, but must not block the caller
   */
  CompletionStage<AnchorSpec> publish(DomainId domain, Tree tree);

  /** Where a tree is anchored, read from its receipt. */
  AnchorSpec specOf(Tree tree, String receipt);
}
