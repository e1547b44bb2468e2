/**
 * The node among other nodes, as far as clients see it: static nodes and the list of neighbours,
 * domain pings that clients ask for, domain keys (spec client-protocol 10.3, 10.6, 10.9, 10.10;
 * node-protocol 4.2, 5, 6.2). Knows domains and configuration; knows nothing of client messages,
 * sockets or SQL. What speaks to other nodes stands behind {@link org.bbc1.node.network.NodePort}.
 */
@NullMarked
package org.bbc1.node.network;

import org.jspecify.annotations.NullMarked;
