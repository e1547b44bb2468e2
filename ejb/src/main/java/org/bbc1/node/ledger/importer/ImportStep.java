package org.bbc1.node.ledger.importer;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** A stage of an import, done piece by piece. */
interface ImportStep {

  /** Position after the last piece. */
  long DONE = Long.MAX_VALUE;

  /**
   * Imports the next piece. May be called again for the same position, if what it wrote was rolled
   * back.
   *
   * @param target within a database transaction
   * @param position number of the last source row that is done; -1 when none is
   * @return the new position, or {@link #DONE}
   */
  long advance(Connection target, long position) throws SQLException, IOException;
}
