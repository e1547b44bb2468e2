/**
 * The domains that run on this node and the users registered in them. Knows the configuration and
 * the ledger's table of domains; knows nothing of messages, sockets or SQL.
 */
@NullMarked
package org.bbc1.node.domain;

import org.jspecify.annotations.NullMarked;
