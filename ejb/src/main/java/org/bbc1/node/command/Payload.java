package org.bbc1.node.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bbc1.message.Dialect;
import org.bbc1.message.Value;

/**
 * What one user has another one told, in the form in which it may be passed on: texts stay texts,
 * unless the sender's dialect cannot tell them from bytes; the receiver might then read bytes as
 * text and fail (spec client-protocol 2.3).
 */
final class Payload {

  private Payload() {}

  static Value forwarded(Value value, Dialect sender) {
    return sender == Dialect.RAW ? withoutTexts(value) : value;
  }

  private static Value withoutTexts(Value value) {
    if (value instanceof Value.Text text) {
      return new Value.Bytes(text.utf8());
    }
    if (value instanceof Value.ListValue list) {
      return new Value.ListValue(list.items().stream().map(Payload::withoutTexts).toList());
    }
    if (value instanceof Value.MapValue map) {
      Map<Value, Value> entries = new LinkedHashMap<>();
      map.entries().forEach((key, item) -> entries.put(withoutTexts(key), withoutTexts(item)));
      return new Value.MapValue(entries);
    }
    return value;
  }
}
