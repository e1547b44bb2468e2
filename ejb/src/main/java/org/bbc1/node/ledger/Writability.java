package org.bbc1.node.ledger;

/** What the last writes to the database and to the asset files have shown. */
final class Writability {

  private volatile boolean database = true;
  private volatile boolean files = true;

  void database(boolean works) {
    database = works;
  }

  void files(boolean work) {
    files = work;
  }

  boolean isWritable() {
    return database && files;
  }
}
