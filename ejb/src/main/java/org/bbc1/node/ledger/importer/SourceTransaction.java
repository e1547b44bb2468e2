package org.bbc1.node.ledger.importer;

/**
 * A row of the source's table of transactions, before any check.
 *
 * @param position number by which the rows of a stage are ordered
 * @param id key of the row; empty if it has none
 * @param data the serialized transaction; empty if there is none
 */
record SourceTransaction(long position, byte[] id, byte[] data) {}
