package org.bbc1.cli;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON as lines for people: names with their values, what is below a name indented. */
final class JsonLines {

  private final List<String> lines = new ArrayList<>();

  private JsonLines() {}

  static List<String> of(JsonStructure value) {
    JsonLines text = new JsonLines();
    text.below(value, "");
    return text.lines;
  }

  private void below(JsonValue value, String indent) {
    if (value instanceof JsonObject object) {
      object(object, indent);
    } else if (value instanceof JsonArray array) {
      array.forEach(element -> below(element, indent));
    } else {
      lines.add(indent + text(value));
    }
  }

  private void object(JsonObject object, String indent) {
    int width = object.keySet().stream().mapToInt(String::length).max().orElse(0);
    for (Map.Entry<String, JsonValue> entry : object.entrySet()) {
      String name = Texts.printable(entry.getKey());
      if (entry.getValue() instanceof JsonStructure below) {
        lines.add(indent + name);
        below(below, indent + "  ");
      } else {
        lines.add(indent + pad(name, width) + "  " + text(entry.getValue()));
      }
    }
  }

  private static String pad(String name, int width) {
    return name + " ".repeat(Math.max(0, width - name.length()));
  }

  private static String text(JsonValue value) {
    return Texts.printable(value instanceof JsonString text ? text.getString() : value.toString());
  }
}
