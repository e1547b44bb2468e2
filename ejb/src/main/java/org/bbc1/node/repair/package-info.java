/**
 * Repair of damaged transactions and asset files (spec client-protocol 11.8, storage A6, B5): finds
 * out whether anything is wrong, asks other nodes for their copy, keeps the log of repairs. Knows
 * domains and the ledger's interfaces; knows nothing of client messages, sockets or SQL.
 */
@NullMarked
package org.bbc1.node.repair;

import org.jspecify.annotations.NullMarked;
