package org.bbc1.launcher;

import java.nio.file.Path;

/** The embedded database: one file in the working folder. */
final class H2Url {
  private H2Url() {}

  /**
   * What follows {@code jdbc:} in the URL of the database in {@code folder}.
   *
   * @throws StartFailure if the path holds characters that H2 or the server read as something else
   */
  static String subUrl(Path folder) throws StartFailure {
    String path = folder.toAbsolutePath().toString();
    if (path.contains(";") || path.contains("${")) {
      throw new StartFailure(
          ExitCode.WORKING_FOLDER,
          "the embedded database cannot live below a path with ';' or '${': " + path);
    }
    // Lower-case names and PostgreSQL's null order, so that the same SQL serves both databases. The
    // container closes the database; a shutdown hook of the database's own would race with it.
    return "h2:file:"
        + path
        + "/bbc1_ledger;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
        + ";DB_CLOSE_ON_EXIT=FALSE";
  }
}
