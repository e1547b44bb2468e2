package org.bbc1.node.config;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Set;

/** Replaces pass words by {@value #MASK} wherever they stand (spec client-protocol 10.4). */
final class SecretMask {

  static final String MASK = "********";

  private static final Set<String> SECRETS = Set.of("db_pass", "passphrase");

  private SecretMask() {}

  static JsonObject mask(JsonObject object) {
    JsonObjectBuilder masked = Json.createObjectBuilder();
    object.forEach(
        (key, value) ->
            masked.add(key, SECRETS.contains(key) ? Json.createValue(MASK) : mask(value)));
    return masked.build();
  }

  private static JsonValue mask(JsonValue value) {
    if (value instanceof JsonObject object) {
      return mask(object);
    }
    if (value instanceof JsonArray array) {
      JsonArrayBuilder masked = Json.createArrayBuilder();
      array.forEach(element -> masked.add(mask(element)));
      return masked.build();
    }
    return value;
  }
}
