package org.bbc1.cli.config;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.bbc1.id.DomainId;

/**
 * Edits of the section of one domain. They change nothing but what they name; the node id of a
 * domain, which it keeps for ever, survives that the section is made anew. Source:
 * configuration-and-tools section 6.3.
 */
public final class DomainEdit {

  private static final String DOMAINS = "domains";
  private static final String DEFAULT_SECTION = "domain_default";
  private static final String NODE_ID = "node_id";

  private final JsonObject configuration;
  private final String domain;

  /** Edits in this configuration. */
  public DomainEdit(JsonObject configuration, DomainId domain) {
    this.configuration = configuration;
    this.domain = domain.toHex();
  }

  /**
   * The configuration with a section that is a copy of the default one.
   *
   * @param replace whether an existing section, but for its node id, is given up
   * @throws EditException if there is a section that is not to be replaced
   */
  public JsonObject create(boolean replace) throws EditException {
    JsonObject before = domains().get(domain) instanceof JsonObject object ? object : null;
    if (before != null && !replace) {
      throw new EditException("the domain has a section already, which --force replaces");
    }
    JsonObject section =
        configuration.get(DEFAULT_SECTION) instanceof JsonObject defaults
            ? defaults
            : JsonValue.EMPTY_JSON_OBJECT;
    if (before != null && before.containsKey(NODE_ID)) {
      section = with(section, NODE_ID, before.get(NODE_ID));
    }
    return withSection(section);
  }

  /**
   * The configuration with this value under the key of the section.
   *
   * @throws EditException if there is no section
   */
  public JsonObject set(String key, JsonValue value) throws EditException {
    return withSection(with(section(), key, value));
  }

  /**
   * The configuration with this value one level below the key of the section.
   *
   * @throws EditException if there is no section, or no object under the key
   */
  public JsonObject set(String key, String subKey, JsonValue value) throws EditException {
    return set(key, with(below(key), subKey, value));
  }

  /**
   * The configuration without the section.
   *
   * @throws EditException if there is none
   */
  public JsonObject delete() throws EditException {
    require(domains(), domain);
    return with(configuration, DOMAINS, without(domains(), domain));
  }

  /**
   * The configuration without the key of the section.
   *
   * @throws EditException if there is no section or no such key
   */
  public JsonObject delete(String key) throws EditException {
    require(section(), key);
    return withSection(without(section(), key));
  }

  /**
   * The configuration without the key one level below the key of the section.
   *
   * @throws EditException if there is no such key
   */
  public JsonObject delete(String key, String subKey) throws EditException {
    require(below(key), subKey);
    return set(key, without(below(key), subKey));
  }

  /**
   * The section.
   *
   * @throws EditException if there is none
   */
  public JsonObject section() throws EditException {
    if (domains().get(domain) instanceof JsonObject section) {
      return section;
    }
    throw new EditException("the configuration has no domain " + domain);
  }

  /** A value as people type it: JSON if it is; else true and false in any case; else text. */
  public static JsonValue value(String text) {
    try {
      return json(text);
    } catch (JsonException | NoSuchElementException e) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "true" -> JsonValue.TRUE;
        case "false" -> JsonValue.FALSE;
        default -> Json.createValue(text);
      };
    }
  }

  /** Parsed as the only element of an array, since a parser stops behind a value of its own. */
  private static JsonValue json(String text) {
    try (JsonParser parser = Json.createParser(new StringReader("[" + text + "]"))) {
      parser.next();
      if (parser.next() == JsonParser.Event.END_ARRAY) {
        throw new JsonException("no value");
      }
      JsonValue value = parser.getValue();
      if (parser.next() != JsonParser.Event.END_ARRAY || parser.hasNext()) {
        throw new JsonException("more than one value");
      }
      return value;
    }
  }

  private JsonObject below(String key) throws EditException {
    if (section().get(key) instanceof JsonObject object) {
      return object;
    }
    throw new EditException("the domain has no object " + key);
  }

  private JsonObject domains() {
    return configuration.get(DOMAINS) instanceof JsonObject domains
        ? domains
        : JsonValue.EMPTY_JSON_OBJECT;
  }

  private JsonObject withSection(JsonObject section) {
    return with(configuration, DOMAINS, with(domains(), domain, section));
  }

  private static void require(JsonObject object, String key) throws EditException {
    if (!object.containsKey(key)) {
      throw new EditException("there is no " + key);
    }
  }

  private static JsonObject with(JsonObject object, String key, JsonValue value) {
    return Json.createObjectBuilder(object).add(key, value).build();
  }

  private static JsonObject without(JsonObject object, String key) {
    return Json.createObjectBuilder(object).remove(key).build();
  }
}
