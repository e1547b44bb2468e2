/**
 * The socket client of a BBc-1 core node, with three faces over one core: {@link
 * org.bbc1.client.BbcAsyncClient} answers with futures, {@link org.bbc1.client.BbcClient} waits,
 * {@link org.bbc1.client.BBcAppClient} has the shape of the original. One client owns one
 * connection, one reader thread, and one thread on which the program's own listeners are called.
 * What a message looks like is the matter of {@code org.bbc1.message}; no ledger and no node logic
 * lives here.
 */
@NullMarked
package org.bbc1.client;

import org.jspecify.annotations.NullMarked;
