package org.bbc1.ledgersubsystem;

import java.util.List;

/**
 * The way from a registered digest to the root of its tree. Source: ledger-subsystem section 1.
 *
 * @param steps from the digest upwards
 */
public record MerklePath(List<Step> steps) {

  /** Copies the list. */
  public MerklePath {
    steps = List.copyOf(steps);
  }

  /**
   * One step upwards.
   *
   * @param siblingIsLeft on which side the sibling stands
   * @param sibling its digest; 32 bytes, in the first step as many as were registered. Not copied
   */
  public record Step(boolean siblingIsLeft, byte[] sibling) {}

  /** The root to which this path leads from a digest; 32 bytes, or the digest of an empty path. */
  public byte[] rootOf(byte[] digest) {
    byte[] node = digest;
    for (Step step : steps) {
      node =
          step.siblingIsLeft() ? Hashes.of(step.sibling(), node) : Hashes.of(node, step.sibling());
    }
    return node;
  }
}
