package org.bbc1.node.config;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;

/**
 * The two ways in which configurations are laid over each other (spec configuration-and-tools 1.3).
 */
final class JsonMerge {

  private JsonMerge() {}

  /**
   * Objects merge key by key, everything else in {@code source} replaces; keys that only one side
   * has stay.
   */
  static JsonObject deep(JsonObject target, JsonObject source) {
    JsonObjectBuilder result = Json.createObjectBuilder(target);
    for (Map.Entry<String, JsonValue> entry : source.entrySet()) {
      JsonValue before = target.get(entry.getKey());
      JsonValue value = entry.getValue();
      result.add(
          entry.getKey(),
          before instanceof JsonObject below && value instanceof JsonObject above
              ? deep(below, above)
              : value);
    }
    return result.build();
  }

  /** The top-level keys of {@code source} replace those of {@code target} as a whole. */
  static JsonObject shallow(JsonObject target, JsonObject source) {
    JsonObjectBuilder result = Json.createObjectBuilder(target);
    source.forEach(result::add);
    return result.build();
  }

  static JsonObject with(JsonObject target, String key, JsonValue value) {
    return Json.createObjectBuilder(target).add(key, value).build();
  }

  static JsonObject without(JsonObject target, String key) {
    return Json.createObjectBuilder(target).remove(key).build();
  }
}
