package org.bbc1.transaction.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bbc1.transaction.codec.PackedFormatException;
import org.jspecify.annotations.Nullable;

/** Reads a JSON object field by field and refuses those that nobody has asked for. */
final class JsonFields {

  private final JsonObject object;
  private final Set<String> known = new HashSet<>();

  private JsonFields(JsonObject object) {
    this.object = object;
  }

  /** Reads an object, which must have no other fields than those that {@code content} reads. */
  static <T> T read(JsonValue value, String name, Function<JsonFields, T> content) {
    if (!(value instanceof JsonObject object)) {
      throw new PackedFormatException(name + " is no JSON object");
    }
    JsonFields fields = new JsonFields(object);
    T result = content.apply(fields);
    if (!fields.known.containsAll(object.keySet())) {
      throw new PackedFormatException(name + " has a field that is not known");
    }
    return result;
  }

  boolean has(String key) {
    return object.containsKey(key);
  }

  JsonValue value(String key) {
    known.add(key);
    JsonValue value = object.get(key);
    if (value == null) {
      throw new PackedFormatException("field " + key + " is missing");
    }
    return value;
  }

  /** Reads the object under the key; null if there is none. */
  <T> @Nullable T optionalObject(String key, Function<JsonFields, T> content) {
    return has(key) ? read(value(key), key, content) : null;
  }

  String text(String key) {
    return text(value(key), key);
  }

  byte[] hex(String key) {
    return hex(value(key), key);
  }

  byte[] base64(String key) {
    try {
      return Base64.getDecoder().decode(text(key));
    } catch (IllegalArgumentException e) {
      throw new PackedFormatException(key + " is not base64", e);
    }
  }

  /** An integer of up to 63 bits. */
  long number(String key) {
    return number(value(key), key);
  }

  /** An integer that fits 2 bytes. */
  int smallNumber(String key) {
    return smallNumber(value(key), key);
  }

  JsonArray array(String key) {
    if (value(key) instanceof JsonArray array) {
      return array;
    }
    throw new PackedFormatException(key + " is no JSON array");
  }

  List<byte[]> hexList(String key) {
    return list(key, element -> hex(element, key));
  }

  List<Integer> smallNumbers(String key) {
    return list(key, element -> smallNumber(element, key));
  }

  <T> List<T> list(String key, Function<JsonValue, T> element) {
    List<T> elements = new ArrayList<>();
    array(key).forEach(value -> elements.add(element.apply(value)));
    return elements;
  }

  static String text(JsonValue value, String name) {
    if (value instanceof JsonString string) {
      return string.getString();
    }
    throw new PackedFormatException(name + " is no JSON string");
  }

  private static byte[] hex(JsonValue value, String name) {
    try {
      return HexFormat.of().parseHex(text(value, name));
    } catch (IllegalArgumentException e) {
      throw new PackedFormatException(name + " is not hexadecimal", e);
    }
  }

  private static int smallNumber(JsonValue value, String name) {
    long number = number(value, name);
    if (number < 0 || number > 0xffff) {
      throw new PackedFormatException(name + " is not within 0 to 65535");
    }
    return (int) number;
  }

  private static long number(JsonValue value, String name) {
    if (!(value instanceof JsonNumber number)) {
      throw new PackedFormatException(name + " is no JSON number");
    }
    try {
      return number.longValueExact();
    } catch (ArithmeticException e) {
      throw new PackedFormatException(name + " is no integer of 64 bits", e);
    }
  }
}
