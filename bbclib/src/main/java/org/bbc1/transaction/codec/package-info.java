/**
 * The byte level of transactions: little-endian reading with every length checked before memory is
 * taken, writing, zlib under a limit, and the two document encodings a map body may have
 * (MessagePack in two dialects, BSON). Nothing here knows what a transaction is; the parts of a
 * transaction read and write themselves with these tools.
 */
@NullMarked
package org.bbc1.transaction.codec;

import org.jspecify.annotations.NullMarked;
