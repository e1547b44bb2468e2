/**
 * Cross references as clients see them: which transactions other domains hold, and the verification
 * by other domains (spec client-protocol 11.6, 11.7). Knows domains and the ledger's interfaces;
 * knows nothing of client messages, sockets or SQL.
 */
@NullMarked
package org.bbc1.node.crossref;

import org.jspecify.annotations.NullMarked;
