/**
 * The byte level of transactions: little-endian reading with every length checked before memory is
 * taken, writing, decompression under limits, the two document encodings of legacy transactions and
 * map bodies (MessagePack in two dialects, BSON), and the byte helpers of the original. Nothing
 * here knows what a transaction is; the parts of a transaction read and write themselves with these
 * tools.
 */
@NullMarked
package org.bbc1.transaction.codec;

import org.jspecify.annotations.NullMarked;
