package org.bbc1.node.ledgersubsystem;

/**
 * Where a tree is anchored, with the fields of the reference.
 *
 * @param subsystem name of the anchor
 * @param network where that is
 * @param contract what holds the roots there
 * @param contractAddress which of them
 * @param block number of the entry
 */
public record AnchorSpec(
    String subsystem, String network, String contract, String contractAddress, long block) {

  /** As it stands in the table of roots: without the block. */
  String text() {
    return String.join(":", subsystem, network, contract, contractAddress);
  }
}
