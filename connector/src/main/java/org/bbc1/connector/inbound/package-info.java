/**
 * The inbound contract: what a message-driven bean implements to receive the messages of the
 * clients, and the pool of message endpoints through which it is called. No socket and no Netty
 * type may appear here.
 */
@NullMarked
package org.bbc1.connector.inbound;

import org.jspecify.annotations.NullMarked;
