/**
 * The identifiers of BBc-1 as value types. An identifier is a byte string, never a number; each
 * kind is its own type so that a user cannot be passed where a transaction is meant. Nothing here
 * knows of transactions, messages or keys.
 */
@NullMarked
package org.bbc1.id;

import org.jspecify.annotations.NullMarked;
