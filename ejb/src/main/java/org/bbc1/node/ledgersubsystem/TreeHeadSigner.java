package org.bbc1.node.ledgersubsystem;

import org.bbc1.ledgersubsystem.SignedTreeHead;
import org.bbc1.ledgersubsystem.TreeHead;

/** Signs in the name of the node. */
@FunctionalInterface
public interface TreeHeadSigner {

  /**
   * Signs a head.
   *
   * @throws RuntimeException if the key cannot be used
   */
  SignedTreeHead sign(TreeHead head);
}
