package org.bbc1.node.ledger;

/**
 * What a ledger has done since it was opened.
 *
 * @param commits database transactions of the writer; fewer than inserts when they were grouped
 * @param inserts inserts that were committed, without duplicates
 */
public record LedgerCounters(long commits, long inserts) {}
