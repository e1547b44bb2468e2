package org.bbc1.launcher;

import java.net.BindException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * What went wrong while the server started, told in one line.
 *
 * <p>The server logs the true cause of a failed deployment and throws, if at all, something vague.
 * So the causes are collected from the log until the node is ready.
 */
final class StartProblems {
  private static final int KEPT = 50;
  private static final int LONGEST_LINE = 400;

  /** A class of the node, which this class loader cannot see. */
  private static final String CONFIGURATION_FAULT = "org.bbc1.node.config.ConfigurationException";

  private static final List<Throwable> CAUSES = new ArrayList<>();
  private static boolean collecting = true;

  private StartProblems() {}

  static synchronized void note(LogRecord logged) {
    if (collecting
        && logged.getThrown() != null
        && logged.getLevel().intValue() >= Level.SEVERE.intValue()
        && CAUSES.size() < KEPT) {
      CAUSES.add(logged.getThrown());
    }
  }

  /** The node is ready: failures from now on are for the log alone. */
  static synchronized void forget() {
    collecting = false;
    CAUSES.clear();
  }

  /**
   * The failure to report for {@code thrown} and what was logged before it: a taken port, a fault
   * of the configuration or of the database if one is among the causes, else the deepest cause of
   * the first.
   */
  static synchronized StartFailure explain(String fallback, Throwable... thrown) {
    List<Throwable> all = new ArrayList<>(CAUSES);
    all.addAll(List.of(thrown));
    for (Throwable failure : all) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof BindException) {
          return new StartFailure(ExitCode.PORT_TAKEN, line(cause));
        }
        if (cause.getClass().getName().equals(CONFIGURATION_FAULT)) {
          return new StartFailure(ExitCode.WORKING_FOLDER, line(cause));
        }
        if (cause instanceof SQLException) {
          return new StartFailure(ExitCode.DATABASE, "the database cannot be used: " + line(cause));
        }
      }
    }
    String text = all.isEmpty() ? fallback : line(root(all.get(0)));
    return new StartFailure(ExitCode.START_FAILED, text);
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String line(Throwable cause) {
    String text = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
  }
}
