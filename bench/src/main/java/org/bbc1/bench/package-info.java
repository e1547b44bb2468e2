/**
 * The load harness: a generator that speaks the client protocol, the yardsticks measured beside it,
 * and the runner that starts a node and a database for a whole series. It uses the node only from
 * outside, over its socket.
 */
@NullMarked
package org.bbc1.bench;

import org.jspecify.annotations.NullMarked;
