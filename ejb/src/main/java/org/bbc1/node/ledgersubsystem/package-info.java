/**
 * The ledger subsystem (ledger-subsystem section 1): collects digests that clients register into
 * Merkle trees, one after the other in each domain, and has the root of every complete tree
 * anchored. What an anchor is, hides behind {@link org.bbc1.node.ledgersubsystem.Anchor}; the trees
 * are kept by {@link org.bbc1.node.ledger.MerkleStore}. Nothing here knows messages or SQL.
 */
@NullMarked
package org.bbc1.node.ledgersubsystem;

import org.jspecify.annotations.NullMarked;
