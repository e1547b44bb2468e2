package org.bbc1.launcher;

import java.util.logging.Level;

/** The levels of {@code --verbose_level}, by their names in the reference. */
enum Verbosity {
  ALL(Level.ALL, Level.INFO),
  DEBUG(Level.FINE, Level.WARNING),
  INFO(Level.INFO, Level.WARNING),
  WARNING(Level.WARNING, Level.WARNING),
  ERROR(Level.SEVERE, Level.SEVERE),
  CRITICAL(Level.SEVERE, Level.SEVERE),
  NONE(Level.OFF, Level.OFF);

  private final Level node;
  private final Level container;

  Verbosity(Level node, Level container) {
    this.node = node;
    this.container = container;
  }

  /** Level of the node's own loggers. */
  Level node() {
    return node;
  }

  /**
   * Level of everything else; the server is chatty at start, so it speaks up only for {@link #ALL}.
   */
  Level container() {
    return container;
  }
}
