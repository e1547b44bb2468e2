/**
 * What tests of the node and of the packed node need to see the wire itself: a client that can send
 * anything, the form of what a node may send, and the captured sessions of {@code
 * client-frames.json} to be played against a running node. Nothing here is built on the client
 * library, whose faults it would share.
 */
@NullMarked
package org.bbc1.wire;

import org.jspecify.annotations.NullMarked;
