/**
 * Transactions of BBc-1 in the current format: immutable values, a strict reader, builders with
 * signature slots, validation and the checks beside it. Source: transaction-format sections 1 to 4
 * and 6 to 13. Nothing here knows of messages, sockets or storage.
 */
@NullMarked
package org.bbc1.transaction;

import org.jspecify.annotations.NullMarked;
