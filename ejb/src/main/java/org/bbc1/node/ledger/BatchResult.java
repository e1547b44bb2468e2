package org.bbc1.node.ledger;

import java.util.List;

/**
 * What a commit has made of one member of a batch.
 *
 * @param publish those of its staged files that now belong to the ledger; the others are to be
 *     discarded
 */
record BatchResult(PendingInsert insert, InsertOutcome outcome, List<StagedFile> publish) {}
