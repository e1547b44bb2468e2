package org.bbc1.node.ledgersubsystem;

import org.bbc1.ledgersubsystem.AnchorState;
import org.bbc1.ledgersubsystem.MerklePath;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a digest.
 *
 * @param state how far it has come
 * @param proof the way to an anchor; null unless the state is {@link AnchorState#ANCHORED}
 */
public record Evidence(AnchorState state, @Nullable Proof proof) {

  /**
   * The way from a digest to an anchor.
   *
   * @param path from the digest to the root
   * @param spec where the root is
   * @param receipt what the anchor gave
   */
  public record Proof(MerklePath path, AnchorSpec spec, String receipt) {}

  static Evidence of(AnchorState state) {
    return new Evidence(state, null);
  }
}
