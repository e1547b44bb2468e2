/**
 * The one way in and out of the ledger for every door of the node, sockets and REST alike: decode,
 * validate in parallel, insert, count, tell the listeners; find and search.
 */
@NullMarked
package org.bbc1.node.transaction;

import org.jspecify.annotations.NullMarked;
