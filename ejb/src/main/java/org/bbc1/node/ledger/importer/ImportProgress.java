package org.bbc1.node.ledger.importer;

/** Told of each piece of an import after its commit. */
@FunctionalInterface
public interface ImportProgress {

  /**
   * A piece is durable.
   *
   * @param stage the stage it belongs to
   * @param transactions transactions that this run has dealt with so far, rejected ones included
   */
  void committed(ImportStage stage, long transactions);
}
