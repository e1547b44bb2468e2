package org.bbc1.node.config;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.Iterator;
import java.util.Map;

/**
 * JSON written in the layout of the reference: one entry a line, a chosen number of spaces a level,
 * {@code {}} and {@code []} when empty. An operator who compares files of both nodes sees only real
 * differences.
 */
final class JsonText {

  private final int indent;
  private final StringBuilder out = new StringBuilder(4096);

  private JsonText(int indent) {
    this.indent = indent;
  }

  static String write(JsonStructure value, int indent) {
    JsonText text = new JsonText(indent);
    text.value(value, 0);
    return text.out.toString();
  }

  private void value(JsonValue value, int level) {
    if (value instanceof JsonObject object) {
      object(object, level);
    } else if (value instanceof JsonArray array) {
      array(array, level);
    } else {
      out.append(value);
    }
  }

  private void object(JsonObject object, int level) {
    out.append('{');
    Iterator<Map.Entry<String, JsonValue>> entries = object.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, JsonValue> entry = entries.next();
      line(level + 1);
      out.append(Json.createValue(entry.getKey())).append(": ");
      value(entry.getValue(), level + 1);
      out.append(entries.hasNext() ? "," : "");
    }
    close(object.isEmpty(), '}', level);
  }

  private void array(JsonArray array, int level) {
    out.append('[');
    Iterator<JsonValue> elements = array.iterator();
    while (elements.hasNext()) {
      line(level + 1);
      value(elements.next(), level + 1);
      out.append(elements.hasNext() ? "," : "");
    }
    close(array.isEmpty(), ']', level);
  }

  private void close(boolean empty, char bracket, int level) {
    if (!empty) {
      line(level);
    }
    out.append(bracket);
  }

  private void line(int level) {
    out.append('\n').append(" ".repeat(level * indent));
  }
}
