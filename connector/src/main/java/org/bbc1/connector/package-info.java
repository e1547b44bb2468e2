/**
 * The resource adapter that owns the BBc-1 client sockets: listening, framing, limits, time-outs,
 * order within a connection and back-pressure. Netty lives here and nowhere else, and no public
 * type shows it. What a message means is none of this package's business; it is handed on as a
 * {@link org.bbc1.message.Message}.
 */
@NullMarked
package org.bbc1.connector;

import org.jspecify.annotations.NullMarked;
