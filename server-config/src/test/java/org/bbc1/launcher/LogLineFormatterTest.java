package org.bbc1.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLineFormatterTest {
  private final LogLineFormatter formatter = new LogLineFormatter(ZoneOffset.UTC);

  @Test
  void lineHasTheReferencesForm() {
    assertThat(formatter.format(logged(Level.INFO, "core", "domain {0} is set up")))
        .isEqualTo("2026/01/02 03:04:05| INFO    | core| domain d is set up\n");
  }

  @Test
  void levelsHaveTheReferencesNames() {
    assertThat(formatter.format(logged(Level.FINE, "core", "x"))).contains("| DEBUG   |");
    assertThat(formatter.format(logged(Level.WARNING, "core", "x"))).contains("| WARNING |");
    assertThat(formatter.format(logged(Level.SEVERE, "core", "x"))).contains("| ERROR   |");
  }

  @Test
  void keyOfAClassOfTheNodeLosesItsPrefix() {
    assertThat(formatter.format(logged(Level.INFO, "org.bbc1.connector.ClientPort", "x")))
        .contains("| connector.ClientPort| x");
  }

  private static LogRecord logged(Level level, String name, String text) {
    LogRecord logged = new LogRecord(level, text);
    logged.setLoggerName(name);
    logged.setInstant(Instant.parse("2026-01-02T03:04:05Z"));
    logged.setParameters(new Object[] {"d"});
    return logged;
  }
}
