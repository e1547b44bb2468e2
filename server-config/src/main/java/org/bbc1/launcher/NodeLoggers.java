package org.bbc1.launcher;

import java.util.List;

/** Tells the node's own loggers from those of the server. */
final class NodeLoggers {
  /** Names as in the reference, and the packages of the node. */
  static final List<String> NAMES =
      List.of(
          "org.bbc1",
          "core",
          "bbc_network",
          "user_message_routing",
          "data_handler",
          "db_adaptor",
          "repair_manager",
          "domain0",
          "topology_manager");

  private NodeLoggers() {}

  static boolean owns(String logger) {
    for (String name : NAMES) {
      if (logger.startsWith(name)
          && (logger.length() == name.length()
              || ".:".indexOf(logger.charAt(name.length())) >= 0)) {
        return true;
      }
    }
    return false;
  }
}
