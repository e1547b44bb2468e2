package org.bbc1.launcher;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Set;
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
  static final String CONSOLE = "-";
  static final String FILE_PROPERTY = "bbc1.launcher.log";

  static final String SERVER_LEVEL_PROPERTY = "bbc1.launcher.server-level";

  /**
   * Loggers that warn at every start of what is harmless: certificates that have expired in the
   * server's own trust store, and the JDBC driver inside the application.
   */
  private static final Set<String> CRYING_WOLF =
      Set.of("javax.enterprise.system.security.ssl", "jakarta.enterprise.web.util");

  private final int serverLevel;

  /** Opens the file named by the launcher; falls back to standard error, with a report. */
  public NodeLogHandler() {
    setFormatter(new LogLineFormatter(ZoneId.systemDefault()));
    setLevel(Level.ALL);
    serverLevel =
        Level.parse(System.getProperty(SERVER_LEVEL_PROPERTY, Level.WARNING.getName())).intValue();
    setOutputStream(open(System.getProperty(FILE_PROPERTY, CONSOLE)));
  }

  @Override
  public synchronized void publish(LogRecord logged) {
    if (!wanted(logged)) {
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

  /**
   * Some parts of the server set the level of their loggers themselves, so it is looked at here.
   */
  private boolean wanted(LogRecord logged) {
    String name = String.valueOf(logged.getLoggerName());
    int level = logged.getLevel().intValue();
    return NodeLoggers.owns(name)
        || (level >= serverLevel
            && (level > Level.WARNING.intValue() || !CRYING_WOLF.contains(name)));
  }

  private OutputStream open(String file) {
    if (file.equals(CONSOLE)) {
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
