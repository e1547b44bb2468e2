package org.bbc1.wire;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bbc1.message.Message;
import org.bbc1.message.Value;

/** The value notation of the captured frames. */
final class CapturedValue {

  private CapturedValue() {}

  /** A message from its list of fields. */
  static Message message(JsonArray fields) {
    Message.Builder message = Message.builder();
    for (JsonObject field : fields.getValuesAs(JsonObject.class)) {
      message.putByNumber(
          Integer.parseUnsignedInt(field.getString("key"), 16), value(field.get("value")));
    }
    return message.build();
  }

  private static Value value(JsonValue json) {
    return switch (json.getValueType()) {
      case NULL -> Value.nil();
      case TRUE, FALSE -> new Value.Bool(json == JsonValue.TRUE);
      case NUMBER -> number((JsonNumber) json);
      case ARRAY -> list(json.asJsonArray());
      case OBJECT -> object(json.asJsonObject());
      case STRING -> throw new AssertionError("a bare text " + ((JsonString) json).getString());
    };
  }

  private static Value number(JsonNumber number) {
    if (!number.isIntegral()) {
      return new Value.FloatingPoint(number.doubleValue(), false);
    }
    BigInteger exact = number.bigIntegerValueExact();
    return exact.bitLength() < Long.SIZE
        ? new Value.Int(exact.longValueExact())
        : Value.Int.ofUnsigned(exact.longValue());
  }

  private static Value list(JsonArray json) {
    List<Value> items = new ArrayList<>();
    json.forEach(item -> items.add(value(item)));
    return new Value.ListValue(items);
  }

  private static Value object(JsonObject json) {
    if (json.containsKey("bytes")) {
      return new Value.Bytes(HexFormat.of().parseHex(json.getString("bytes")));
    }
    if (json.containsKey("text")) {
      return new Value.Text(json.getString("text"));
    }
    Map<Value, Value> entries = new LinkedHashMap<>();
    for (JsonArray entry : json.getJsonArray("map").getValuesAs(JsonArray.class)) {
      entries.put(value(entry.get(0)), value(entry.get(1)));
    }
    return new Value.MapValue(entries);
  }
}
