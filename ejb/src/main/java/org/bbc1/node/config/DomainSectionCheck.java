package org.bbc1.node.config;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Checks the known keys of one domain's configuration; unknown keys are kept and not looked at. */
final class DomainSectionCheck {

  /** The keys of a domain's configuration that mean something, here or to the reference. */
  static final Set<String> KEYS =
      Set.of(
          "node_id",
          "storage",
          "db",
          "static_nodes",
          "static_node",
          "use_ledger_subsystem",
          "ledger_subsystem",
          "module");

  private static final Set<String> DB_TYPES = Set.of("sqlite", "mysql");
  private static final Set<String> REPLICATION = Set.of("all", "p2p", "external");

  private final Faults faults;

  private DomainSectionCheck(Faults faults) {
    this.faults = faults;
  }

  static List<String> faults(String name, JsonObject section) {
    Faults faults = new Faults(name);
    new DomainSectionCheck(faults).check(section);
    return faults.found();
  }

  private void check(JsonObject section) {
    JsonValue nodeId = section.get("node_id");
    if (nodeId != null && !isNodeId(nodeId)) {
      faults.add("node_id", "must be 64 lower-case hexadecimal digits");
    }
    storage(faults.object(section, "", "storage"));
    db(faults.object(section, "", "db"));
    staticNodes(faults.object(section, "", "static_nodes"), "static_nodes");
    staticNodes(faults.object(section, "", "static_node"), "static_node");
    LedgerSubsystemSettings.check(section, faults);
  }

  private static boolean isNodeId(JsonValue value) {
    return value instanceof JsonString text
        && (text.getString().isEmpty() || Faults.isFullId(text.getString()));
  }

  private void storage(JsonObject storage) {
    faults.oneOf(storage, "storage", "type", Set.of("internal", "external"));
    faults.text(storage, "storage", "root");
    if (storage.get("root") instanceof JsonString root && !isPath(root.getString())) {
      faults.add("storage.root", "must be a path");
    }
  }

  private static boolean isPath(String text) {
    try {
      return text.isEmpty() || !Path.of(text).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private void db(JsonObject db) {
    faults.oneOf(db, "db", "db_type", DB_TYPES);
    faults.text(db, "db", "db_name");
    faults.oneOf(db, "db", "replication_strategy", REPLICATION);
    JsonValue servers = db.get("db_servers");
    if (servers == null) {
      return;
    }
    if (!(servers instanceof JsonArray list) || list.size() > 1) {
      faults.add(
          "db.db_servers", "must be a list of one server; copies are kept by the database itself");
      return;
    }
    for (JsonValue server : list) {
      if (!(server instanceof JsonObject)) {
        faults.add("db.db_servers", "must hold an object");
      }
    }
  }

  private void staticNodes(JsonObject nodes, String path) {
    nodes.forEach(
        (node, place) -> {
          if (!Faults.isFullId(node) || !(place instanceof JsonArray list)) {
            faults.add(
                path,
                "must map node ids of 64 lower-case hexadecimal digits to [IPv4, IPv6, port]");
          } else {
            address(list, Faults.join(path, node));
          }
        });
  }

  private void address(JsonArray place, String path) {
    try {
      NodeAddress.of(place);
    } catch (IllegalArgumentException e) {
      faults.add(
          path,
          "must be [IPv4, IPv6, port] with literal addresses, at least one: " + e.getMessage());
    }
  }
}
