package org.bbc1.launcher;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.logging.ErrorManager;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.StreamHandler;

/**
 * The node's only log handler: to standard error, or appending to the file of {@code --log}.
 *
 * <p>It also hands failures to {@link StartProblems}, because the server reports some of them only
 * to the log. Made by the log manager from its configuration file, hence the public constructor
 * without arguments.
 */
public final class NodeLogHandler extends StreamHandler {
  static final String FILE_PROPERTY = "bbc1.launcher.log";

  /** Warns at every start of certificates that have expired in the server's own trust store. */
  private static final String TRUST_STORE_LOGGER = "javax.enterprise.system.security.ssl";

  /** Opens the file named by the launcher; falls back to standard error, with a report. */
  public NodeLogHandler() {
    setFormatter(new LogLineFormatter(ZoneId.systemDefault()));
    setLevel(Level.ALL);
    setOutputStream(open(System.getProperty(FILE_PROPERTY, "-")));
  }

  @Override
  public synchronized void publish(LogRecord logged) {
    if (TRUST_STORE_LOGGER.equals(logged.getLoggerName())
        && logged.getLevel().intValue() <= Level.WARNING.intValue()) {
      return;
    }
    StartProblems.note(logged);
    super.publish(logged);
    flush();
  }

  @Override
  public synchronized void close() {
    // The log manager closes handlers while the node still stops; the last lines are worth having.
    flush();
  }

  private OutputStream open(String file) {
    if (file.equals("-")) {
      return System.err;
    }
    try {
      return new FileOutputStream(file, true);
    } catch (IOException e) {
      reportError("the log file " + file + " cannot be opened", e, ErrorManager.OPEN_FAILURE);
      return System.err;
    }
  }
}
