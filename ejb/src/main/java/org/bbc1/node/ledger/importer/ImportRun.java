package org.bbc1.node.ledger.importer;

/**
 * A run that is under way.
 *
 * @param number its key
 * @param domainNo key of the domain
 * @param resumed whether an earlier process has begun it
 * @param stage where it stands
 * @param position number of the last source row of the stage that is done; -1 when none is
 * @param tally what was counted so far
 */
record ImportRun(
    long number, int domainNo, boolean resumed, ImportStage stage, long position, Tally tally) {

  /** Position before the first row. */
  static final long START = -1;

  ImportRun at(ImportStage newStage, long newPosition) {
    return new ImportRun(number, domainNo, resumed, newStage, newPosition, tally);
  }
}
