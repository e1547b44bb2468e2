/**
 * The socket client of a BBc-1 core node: {@link org.bbc1.client.BbcAsyncClient} answers with
 * futures, {@link org.bbc1.client.BbcClient} waits. One client owns one connection and one reader
 * thread. What a message looks like is the matter of {@code org.bbc1.message}; no ledger and no
 * node logic lives here.
 */
@NullMarked
package org.bbc1.client;

import org.jspecify.annotations.NullMarked;
