/**
 * The outbound contract: the connection factory and the handle with which the node writes to its
 * clients. No socket and no Netty type may appear here.
 */
@NullMarked
package org.bbc1.connector.outbound;

import org.jspecify.annotations.NullMarked;
