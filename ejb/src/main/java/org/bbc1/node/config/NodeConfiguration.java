package org.bbc1.node.config;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bbc1.id.DomainId;
import org.jspecify.annotations.Nullable;

/**
 * The working folder's {@code config.json}: read once, kept in memory, written back whenever a
 * domain comes or goes (spec configuration-and-tools 1). Thread-safe. A write replaces the file
 * atomically and only happens if something changed.
 */
public final class NodeConfiguration {

  private static final Logger LOG = System.getLogger("core");
  private static final int FILE_INDENT = 4;
  private static final int REPLY_INDENT = 2;

  private final Path file;
  private JsonObject json;
  private @Nullable String written;

  private NodeConfiguration(Path file, JsonObject json, @Nullable String written) {
    this.file = file;
    this.json = json;
    this.written = written;
  }

  /**
   * Merges defaults, file, the optional default file and the process settings, and writes the
   * result back.
   *
   * @throws ConfigurationException with every fault and, for text that is not JSON, file, line and
   *     column
   */
  public static NodeConfiguration load(ProcessConfiguration process) {
    Path file = process.effectiveConfigFile();
    JsonObject merged =
        JsonMerge.with(
            Defaults.json(), "workingdir", Json.createValue(process.workingDirectory().toString()));
    String written = null;
    if (Files.exists(file)) {
      JsonObject fromFile = JsonFile.read(file);
      merged = JsonMerge.deep(merged, fromFile);
      merged =
          JsonMerge.with(
              merged, "workingdir", Json.createValue(process.workingDirectory().toString()));
      written = JsonText.write(fromFile, FILE_INDENT);
    }
    Path defaultFile = process.defaultConfigFile();
    if (defaultFile != null && Files.exists(defaultFile)) {
      merged = withDefaultFile(merged, JsonFile.read(defaultFile));
    } else if (defaultFile != null) {
      LOG.log(Level.WARNING, "there is no default configuration file {0}", defaultFile);
    }
    merged = JsonMerge.deep(merged, process.configurationOverrides());
    ConfigurationCheck.check(file.toString(), merged);
    for (String key : ConfigurationCheck.unknownKeys(merged)) {
      LOG.log(Level.WARNING, "{0}: the key {1} is not known; it is kept and ignored", file, key);
    }
    NodeConfiguration configuration = new NodeConfiguration(file, merged, written);
    configuration.save();
    return configuration;
  }

  /**
   * Top-level keys replace, except that existing domains (and with them their node ids) are never
   * lost.
   */
  private static JsonObject withDefaultFile(JsonObject merged, JsonObject defaults) {
    JsonObject result = merged;
    for (String key : defaults.keySet()) {
      LOG.log(Level.INFO, "the default configuration file overrides {0}", key);
      JsonValue value = defaults.get(key);
      boolean domains =
          key.equals("domains")
              && value instanceof JsonObject
              && merged.get(key) instanceof JsonObject;
      result =
          JsonMerge.with(
              result,
              key,
              domains ? JsonMerge.deep(value.asJsonObject(), merged.getJsonObject(key)) : value);
    }
    return complete(result);
  }

  /** A section that was replaced may lack keys that are needed. */
  private static JsonObject complete(JsonObject merged) {
    JsonObject result = merged;
    for (String section : List.of("client", "network", "domain_key", "search_config")) {
      if (result.get(section) instanceof JsonObject given) {
        JsonObject completed = JsonMerge.deep(Defaults.json().getJsonObject(section), given);
        result = JsonMerge.with(result, section, completed);
      }
    }
    return result;
  }

  /** The file this configuration lives in. */
  public Path file() {
    return file;
  }

  /** TCP port for clients. */
  public synchronized int clientPort() {
    return json.getJsonObject("client").getInt("port");
  }

  /** TCP and UDP port towards other nodes. */
  public synchronized int p2pPort() {
    return json.getJsonObject("network").getInt("p2p_port");
  }

  /** Whether admin commands must be signed with the node key. */
  public synchronized boolean useNodeKey() {
    return json.getJsonObject("client").getBoolean("use_node_key");
  }

  /** Keys between the nodes of a domain. */
  public synchronized DomainKeySettings domainKey() {
    JsonObject key = json.getJsonObject("domain_key");
    return new DomainKeySettings(
        key.getBoolean("use"),
        Path.of(key.getString("directory")),
        Duration.ofSeconds(key.getInt("obsolete_timeout")));
  }

  /** Bounds of searches. */
  public synchronized SearchLimits searchLimits() {
    JsonObject search = json.getJsonObject("search_config");
    return new SearchLimits(search.getInt("max_count"), search.getInt("max_traverse"));
  }

  /**
   * The configured domains, in the order of the file; domain_global_0 among them unless it was
   * removed.
   */
  public synchronized List<DomainId> domains() {
    return json.getJsonObject("domains").keySet().stream().map(DomainId::fromHex).toList();
  }

  /**
   * The section of one domain, taken over from the disk if the file has one, so that an edited
   * section counts at the next set-up.
   *
   * @throws ConfigurationException if the file or the section cannot be used
   */
  public synchronized Optional<DomainSection> domain(DomainId domain) {
    String key = domain.toHex();
    JsonObject onDisk = Files.exists(file) ? JsonFile.read(file) : JsonValue.EMPTY_JSON_OBJECT;
    if (onDisk.get("domains") instanceof JsonObject sections
        && sections.get(key) instanceof JsonObject section) {
      return Optional.of(DomainSection.of(sectionName(domain), section));
    }
    JsonObject section = json.getJsonObject("domains").getJsonObject(key);
    return Optional.ofNullable(section).map(found -> DomainSection.of(sectionName(domain), found));
  }

  /**
   * Directory of a domain's asset files, if its section names one in place of the working folder.
   */
  public synchronized Optional<Path> storageRoot(DomainId domain) {
    JsonObject section = json.getJsonObject("domains").getJsonObject(domain.toHex());
    return Optional.ofNullable(section).flatMap(found -> new DomainSection(found).storageRoot());
  }

  /** A new section for a domain without one, a copy of {@code domain_default}. */
  public synchronized DomainSection newDomain(DomainId domain) {
    return DomainSection.of(sectionName(domain), json.getJsonObject("domain_default"));
  }

  private static String sectionName(DomainId domain) {
    return "domains." + domain.toHex();
  }

  /**
   * Stores the section of a domain and writes the file.
   *
   * @throws ConfigurationException if it cannot be written; then nothing has changed
   */
  public synchronized void putDomain(DomainId domain, DomainSection section) {
    change(JsonMerge.with(json.getJsonObject("domains"), domain.toHex(), section.json()));
  }

  /**
   * Deletes the section of a domain, if there is one, and writes the file; errors as {@link
   * #putDomain}.
   */
  public synchronized void removeDomain(DomainId domain) {
    if (json.getJsonObject("domains").containsKey(domain.toHex())) {
      change(JsonMerge.without(json.getJsonObject("domains"), domain.toHex()));
    }
  }

  private void change(JsonObject domains) {
    JsonObject before = json;
    json = JsonMerge.with(json, "domains", domains);
    try {
      save();
    } catch (ConfigurationException e) {
      json = before;
      throw e;
    }
  }

  /**
   * The whole configuration as JSON text with two spaces of indentation, pass words masked unless
   * asked for.
   */
  public synchronized String toText(boolean withSecrets) {
    return JsonText.write(withSecrets ? json : SecretMask.mask(json), REPLY_INDENT);
  }

  /**
   * Writes the file if it does not hold this configuration yet.
   *
   * @throws ConfigurationException if it cannot be written
   */
  public synchronized void save() {
    String text = JsonText.write(json, FILE_INDENT);
    if (text.equals(written)) {
      return;
    }
    try {
      AtomicFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ConfigurationException(file + " cannot be written: " + e.getMessage(), e);
    }
    written = text;
  }
}
