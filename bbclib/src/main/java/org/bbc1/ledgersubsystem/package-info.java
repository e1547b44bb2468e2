/**
 * Proof that a digest was registered in the ledger subsystem of a node (ledger-subsystem section
 * 1): the Merkle tree, the signed tree head, and the check that needs nothing but the answer of the
 * node and its public key. No socket, no file and no database lives here.
 */
@NullMarked
package org.bbc1.ledgersubsystem;

import org.jspecify.annotations.NullMarked;
