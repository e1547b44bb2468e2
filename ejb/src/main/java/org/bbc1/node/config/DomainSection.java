package org.bbc1.node.config;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bbc1.id.NodeId;

/**
 * The configuration of one domain: an entry of {@code domains}, checked and completed (spec
 * configuration-and-tools 1.2).
 *
 * @param json the whole entry, unknown keys included
 */
public record DomainSection(JsonObject json) {

  private static final String NODE_ID = "node_id";
  private static final String DB = "db";
  private static final String STORAGE = "storage";
  private static final String STATIC_NODES = "static_nodes";

  /**
   * An entry as read or received, with an incomplete {@code db} part completed from the built-in
   * defaults.
   *
   * @throws ConfigurationException with every fault, if a known key has a value that cannot be used
   */
  public static DomainSection of(String name, JsonObject json) {
    List<String> faults = DomainSectionCheck.faults(name, json);
    if (!faults.isEmpty()) {
      throw new ConfigurationException(faults);
    }
    return new DomainSection(completed(json));
  }

  private static JsonObject completed(JsonObject json) {
    JsonObject result = JsonMerge.deep(json, JsonValue.EMPTY_JSON_OBJECT);
    JsonObject db = json.getJsonObject(DB);
    if (db != null) {
      JsonObject defaults = Defaults.json().getJsonObject("domain_default").getJsonObject(DB);
      result = JsonMerge.with(result, DB, JsonMerge.deep(defaults, db));
    }
    return result.containsKey(STATIC_NODES)
        ? result
        : JsonMerge.with(
            result, STATIC_NODES, result.getOrDefault("static_node", JsonValue.EMPTY_JSON_OBJECT));
  }

  /** This node's id in the domain; empty if none was made yet. */
  public Optional<NodeId> nodeId() {
    String hex = json.getString(NODE_ID, "");
    return hex.isEmpty() ? Optional.empty() : Optional.of(NodeId.fromHex(hex));
  }

  /** The same section with this node id. */
  public DomainSection withNodeId(NodeId nodeId) {
    return new DomainSection(JsonMerge.with(json, NODE_ID, Json.createValue(nodeId.toHex())));
  }

  /** Whether the node keeps asset files itself; false: the application keeps them. */
  public boolean storesAssetFiles() {
    JsonObject storage = json.getJsonObject(STORAGE);
    return storage == null || !"external".equals(storage.getString("type", "internal"));
  }

  /**
   * Directory for asset files in place of the working folder; relative values are ignored, as in
   * the reference.
   */
  public Optional<Path> storageRoot() {
    JsonObject storage = json.getJsonObject(STORAGE);
    return storage == null
        ? Optional.empty()
        : Optional.of(Path.of(storage.getString("root", ""))).filter(Path::isAbsolute);
  }

  /** The nodes that are neighbours from the start, in the order of the file. */
  public Map<NodeId, NodeAddress> staticNodes() {
    Map<NodeId, NodeAddress> nodes = new LinkedHashMap<>();
    json.getJsonObject(STATIC_NODES)
        .forEach((id, place) -> nodes.put(NodeId.fromHex(id), NodeAddress.of(place.asJsonArray())));
    return nodes;
  }

  /** The same section with this static node, or with its new address. */
  public DomainSection withStaticNode(NodeId nodeId, NodeAddress address) {
    JsonObject nodes =
        JsonMerge.with(json.getJsonObject(STATIC_NODES), nodeId.toHex(), address.toJson());
    return new DomainSection(JsonMerge.with(json, STATIC_NODES, nodes));
  }

  /** Kind of the database, as the reference names it: {@code sqlite} or {@code mysql}. */
  public String databaseType() {
    return effectiveDb().getString("db_type", "");
  }

  /** Name of the database; of SQLite a file in the folder of the domain. */
  public String databaseName() {
    return effectiveDb().getString("db_name", "");
  }

  /** Whether and how the domain has a ledger subsystem. */
  public LedgerSubsystemSettings ledgerSubsystem() {
    return LedgerSubsystemSettings.of(json);
  }

  /** This section with the top-level keys of {@code overlay} in place of its own. */
  public DomainSection overlaid(String name, JsonObject overlay) {
    return of(name, JsonMerge.shallow(json, overlay));
  }

  /** Whether both would store files in the same place and use the same database. */
  public boolean sameStorageAs(DomainSection other) {
    return storageRoot().equals(other.storageRoot()) && effectiveDb().equals(other.effectiveDb());
  }

  private JsonObject effectiveDb() {
    JsonObject db = json.getJsonObject(DB);
    return db == null ? Defaults.json().getJsonObject("domain_default").getJsonObject(DB) : db;
  }
}
