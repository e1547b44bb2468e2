package org.bbc1.node.ledger.importer;

/**
 * How to import.
 *
 * @param link whether asset files become hard links instead of copies
 * @param pieceRows most source rows in one database transaction
 * @param listed most rejected transactions and most findings in a report
 */
public record ImportOptions(boolean link, int pieceRows, int listed) {

  /** Rows in one database transaction unless said otherwise. */
  public static final int PIECE_ROWS = 1000;

  /** Refuses sizes below 1 (pieces) and 0 (lists). */
  public ImportOptions {
    if (pieceRows < 1 || listed < 0) {
      throw new IllegalArgumentException("a piece needs a row, a list cannot be shorter than 0");
    }
  }
}
