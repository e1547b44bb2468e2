package org.bbc1.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** One line per record in the reference's form: {@code YYYY/MM/DD HH:MM:SS| LEVEL | key| text}. */
final class LogLineFormatter extends Formatter {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss");
  private static final String OWN = "org.bbc1.";

  private final ZoneId zone;

  LogLineFormatter(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String format(LogRecord logged) {
    StringBuilder line =
        new StringBuilder(TIME.format(logged.getInstant().atZone(zone)))
            .append(String.format("| %-8s| ", level(logged.getLevel())))
            .append(key(logged))
            .append("| ")
            .append(text(logged))
            .append('\n');
    Throwable thrown = logged.getThrown();
    if (thrown != null) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace, true));
      line.append(trace);
    }
    return line.toString();
  }

  /** The server's records often carry a key only; the texts are with their loggers. */
  private String text(LogRecord logged) {
    if (logged.getResourceBundle() == null && logged.getLoggerName() != null) {
      logged.setResourceBundle(Logger.getLogger(logged.getLoggerName()).getResourceBundle());
    }
    return formatMessage(logged);
  }

  private static String key(LogRecord logged) {
    String name = logged.getLoggerName();
    if (name == null) {
      return "";
    }
    return name.startsWith(OWN) ? name.substring(OWN.length()) : name;
  }

  private static String level(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (level.intValue() >= Level.WARNING.intValue()) {
      return "WARNING";
    }
    return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
  }
}
