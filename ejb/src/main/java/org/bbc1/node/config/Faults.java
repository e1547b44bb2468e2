package org.bbc1.node.config;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Collects what is wrong with one JSON document; absent keys are no fault, since defaults fill
 * them.
 */
final class Faults {

  private static final Pattern FULL_ID = Pattern.compile("[0-9a-f]{64}");

  private final String document;
  private final List<String> found = new ArrayList<>();

  Faults(String document) {
    this.document = document;
  }

  List<String> found() {
    return List.copyOf(found);
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ConfigurationException(found);
    }
  }

  void add(String path, String what) {
    found.add(document + ": " + path + " " + what);
  }

  /** The object under a key, the empty one if it is absent or (a fault) something else. */
  JsonObject object(JsonObject parent, String path, String key) {
    JsonValue value = parent.get(key);
    if (value instanceof JsonObject object) {
      return object;
    }
    if (value != null) {
      add(join(path, key), "must be an object");
    }
    return JsonValue.EMPTY_JSON_OBJECT;
  }

  void integer(JsonObject parent, String path, String key, long minimum, long maximum) {
    JsonValue value = parent.get(key);
    if (value != null && !isIntegerWithin(value, minimum, maximum)) {
      add(join(path, key), "must be an integer from " + minimum + " to " + maximum);
    }
  }

  static boolean isIntegerWithin(JsonValue value, long minimum, long maximum) {
    if (!(value instanceof JsonNumber number)
        || !number.isIntegral()
        || number.bigDecimalValue().scale() < -20) {
      return false;
    }
    return number.bigIntegerValueExact().bitLength() < Long.SIZE
        && number.longValueExact() >= minimum
        && number.longValueExact() <= maximum;
  }

  void bool(JsonObject parent, String path, String key) {
    JsonValue value = parent.get(key);
    if (value != null && value != JsonValue.TRUE && value != JsonValue.FALSE) {
      add(join(path, key), "must be true or false");
    }
  }

  void text(JsonObject parent, String path, String key) {
    JsonValue value = parent.get(key);
    if (value != null && !(value instanceof JsonString)) {
      add(join(path, key), "must be a text");
    }
  }

  void oneOf(JsonObject parent, String path, String key, Set<String> allowed) {
    JsonValue value = parent.get(key);
    if (value != null
        && !(value instanceof JsonString text && allowed.contains(text.getString()))) {
      add(
          join(path, key),
          "must be one of " + String.join(", ", allowed.stream().sorted().toList()));
    }
  }

  static boolean isFullId(String hex) {
    return FULL_ID.matcher(hex).matches();
  }

  static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
