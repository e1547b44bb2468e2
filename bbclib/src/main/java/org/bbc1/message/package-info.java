/**
 * The messages of BBc-1 as values, and their codecs: framing, msgpack, TLV, and the signature over
 * administrative data. A message is a command and typed fields; how it looked on the wire is
 * forgotten once it is decoded. No socket, no thread, no cipher and no domain logic lives here.
 */
@NullMarked
package org.bbc1.message;

import org.jspecify.annotations.NullMarked;
