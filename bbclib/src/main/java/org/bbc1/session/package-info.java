/**
 * The encrypted session between a client and its node (client-protocol section 8): key exchange,
 * session key, and the cipher that both ends run. It keeps compatibility with clients that know
 * nothing else; neither end proves who it is and nothing guards the contents against change, so TLS
 * is the better choice where there is one. No socket and no domain logic lives here.
 */
@NullMarked
package org.bbc1.session;

import org.jspecify.annotations.NullMarked;
