/**
 * Transactions of BBc-1 in the current format and the seven legacy ones: immutable values, a strict
 * reader, builders with signature slots, validation and the checks beside it. Source:
 * transaction-format. Nothing here knows of messages, sockets or storage.
 */
@NullMarked
package org.bbc1.transaction;

import org.jspecify.annotations.NullMarked;
