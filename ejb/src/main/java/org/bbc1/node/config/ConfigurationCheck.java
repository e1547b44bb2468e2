package org.bbc1.node.config;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Checks the whole of {@code config.json} at once and names the keys nobody reads. */
final class ConfigurationCheck {

  private static final int PORT_MAX = 65_535;

  private ConfigurationCheck() {}

  static void check(String document, JsonObject json) {
    Faults faults = new Faults(document);
    faults.text(json, "", "workingdir");
    JsonObject client = faults.object(json, "", "client");
    faults.integer(client, "client", "port", 0, PORT_MAX);
    faults.bool(client, "client", "use_node_key");
    JsonObject network = faults.object(json, "", "network");
    faults.integer(network, "network", "p2p_port", 1, PORT_MAX);
    faults.integer(network, "network", "max_connections", 1, Integer.MAX_VALUE);
    JsonObject key = faults.object(json, "", "domain_key");
    faults.bool(key, "domain_key", "use");
    faults.text(key, "domain_key", "directory");
    faults.integer(key, "domain_key", "obsolete_timeout", 0, Integer.MAX_VALUE);
    JsonObject search = faults.object(json, "", "search_config");
    faults.integer(search, "search_config", "max_count", 1, Integer.MAX_VALUE);
    faults.integer(search, "search_config", "max_traverse", 1, Integer.MAX_VALUE / 2);
    domains(faults, faults.object(json, "", "domains"));
    section(faults, "domain_default", faults.object(json, "", "domain_default"));
    faults.object(json, "", "ethereum");
    faults.throwIfAny();
  }

  private static void domains(Faults faults, JsonObject domains) {
    for (Map.Entry<String, JsonValue> entry : domains.entrySet()) {
      if (!Faults.isFullId(entry.getKey())) {
        faults.add(
            "domains",
            "has the key " + entry.getKey() + ", which is not 64 lower-case hexadecimal digits");
      } else {
        section(
            faults, "domains." + entry.getKey(), faults.object(domains, "domains", entry.getKey()));
      }
    }
  }

  private static void section(Faults faults, String name, JsonObject section) {
    DomainSectionCheck.faults(name, section).forEach(fault -> faults.add("", fault));
  }

  /** The keys that this node keeps but does not read, as paths, in alphabetical order. */
  static List<String> unknownKeys(JsonObject json) {
    SortedSet<String> unknown = new TreeSet<>();
    addUnknown(unknown, "", json, Defaults.json().keySet());
    for (String section : List.of("client", "network", "domain_key", "search_config")) {
      addUnknown(
          unknown,
          section,
          json.getJsonObject(section),
          Defaults.json().getJsonObject(section).keySet());
    }
    addUnknown(
        unknown, "domain_default", json.getJsonObject("domain_default"), DomainSectionCheck.KEYS);
    JsonObject domains = json.getJsonObject("domains");
    for (String domain : domains.keySet()) {
      addUnknown(
          unknown, "domains." + domain, domains.getJsonObject(domain), DomainSectionCheck.KEYS);
    }
    return List.copyOf(unknown);
  }

  private static void addUnknown(
      Set<String> unknown, String path, JsonObject section, Set<String> known) {
    section.keySet().stream()
        .filter(key -> !known.contains(key))
        .forEach(key -> unknown.add(Faults.join(path, key)));
  }
}
