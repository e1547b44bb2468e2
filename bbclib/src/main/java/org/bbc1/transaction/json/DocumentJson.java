package org.bbc1.transaction.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bbc1.transaction.codec.DocumentValue;
import org.bbc1.transaction.codec.DocumentValue.Bool;
import org.bbc1.transaction.codec.DocumentValue.Bytes;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.DocumentValue.Instant;
import org.bbc1.transaction.codec.DocumentValue.Int;
import org.bbc1.transaction.codec.DocumentValue.Items;
import org.bbc1.transaction.codec.DocumentValue.Nil;
import org.bbc1.transaction.codec.DocumentValue.Real;
import org.bbc1.transaction.codec.DocumentValue.Text;
import org.bbc1.transaction.codec.PackedFormatException;
import org.bbc1.transaction.codec.Utf8;

/**
 * Map bodies as plain JSON, as far as JSON has a form that every program reads as the same value.
 * For the rest there are objects of one key that begins with a dollar sign, such as {@code
 * {"$bytes": "AAE="}}.
 */
final class DocumentJson {

  /** Largest integer up to which every number is exact where JSON numbers are doubles: 2^53-1. */
  private static final BigInteger LARGEST_PLAIN =
      BigInteger.ONE.shiftLeft(53).subtract(BigInteger.ONE);

  /** More digits than any 64-bit number has. */
  private static final int MOST_DIGITS = 20;

  private static final String MARK = "$";
  private static final String BYTES = "$bytes";
  private static final String INTEGER = "$int";
  private static final String MAP = "$map";
  private static final String MILLISECONDS = "$milliseconds";
  private static final String REAL = "$real";
  private static final String REAL_BITS = "$realBits";

  private DocumentJson() {}

  static JsonValue toJson(DocumentValue value) {
    if (value instanceof Nil) {
      return JsonValue.NULL;
    } else if (value instanceof Bool bool) {
      return bool.value() ? JsonValue.TRUE : JsonValue.FALSE;
    } else if (value instanceof Int integer) {
      return integer(integer.value());
    } else if (value instanceof Real real) {
      return real(real.value());
    } else if (value instanceof Text text) {
      return Values.of(text.value());
    } else if (value instanceof Bytes bytes) {
      return typed(BYTES, Base64.getEncoder().encodeToString(bytes.value()));
    } else if (value instanceof Instant instant) {
      return typed(MILLISECONDS, Long.toString(instant.milliseconds()));
    } else if (value instanceof Items items) {
      JsonArrayBuilder array = Values.array();
      items.values().forEach(item -> array.add(toJson(item)));
      return array.build();
    }
    return toJson((Document) value);
  }

  static JsonObject toJson(Document document) {
    boolean plain =
        document.entries().stream()
            .allMatch(
                entry -> entry.getKey() instanceof Text text && !text.value().startsWith(MARK));
    if (!plain) {
      return pairs(document);
    }
    JsonObjectBuilder object = Values.object();
    document
        .entries()
        .forEach(entry -> object.add(((Text) entry.getKey()).value(), toJson(entry.getValue())));
    return object.build();
  }

  private static JsonObject pairs(Document document) {
    JsonArrayBuilder pairs = Values.array();
    for (Map.Entry<DocumentValue, DocumentValue> entry : document.entries()) {
      pairs.add(Values.array().add(toJson(entry.getKey())).add(toJson(entry.getValue())));
    }
    return Values.object().add(MAP, pairs).build();
  }

  private static JsonValue integer(BigInteger value) {
    return value.abs().compareTo(LARGEST_PLAIN) > 0
        ? typed(INTEGER, value.toString())
        : Values.of(value);
  }

  /** A real with a fraction cannot be taken for an integer, whatever program writes it again. */
  private static JsonValue real(double value) {
    if (Double.isNaN(value)) {
      return typed(REAL_BITS, Long.toHexString(Double.doubleToRawLongBits(value)));
    }
    return Double.isInfinite(value) || value == Math.rint(value)
        ? typed(REAL, Double.toString(value))
        : Values.of(value);
  }

  private static JsonObject typed(String type, String value) {
    return Values.object().add(type, value).build();
  }

  /** The map that {@link #toJson(Document)} has made into this. */
  static Document document(JsonValue json) {
    if (fromJson(json, 1) instanceof Document document) {
      return document;
    }
    throw new PackedFormatException("map body is no map");
  }

  private static DocumentValue fromJson(JsonValue json, int depth) {
    if (depth > DocumentValue.HIGHEST_NESTING + 1) {
      throw new PackedFormatException("map body is nested too deeply");
    }
    return switch (json.getValueType()) {
      case NULL -> Nil.INSTANCE;
      case TRUE -> new Bool(true);
      case FALSE -> new Bool(false);
      case NUMBER -> number(((JsonNumber) json).bigDecimalValue());
      case STRING -> text(((JsonString) json).getString());
      case ARRAY -> {
        List<DocumentValue> values = new ArrayList<>();
        json.asJsonArray().forEach(item -> values.add(fromJson(item, depth + 1)));
        yield new Items(values);
      }
      case OBJECT -> object(json.asJsonObject(), depth);
    };
  }

  private static Text text(String value) {
    return new Text(Utf8.requireEncodable(value));
  }

  private static DocumentValue number(BigDecimal value) {
    double real = value.doubleValue();
    if (real != Math.rint(real)) {
      return new Real(real);
    }
    if (value.precision() - (long) value.scale() > MOST_DIGITS) {
      throw new PackedFormatException("number beyond 64 bits");
    }
    try {
      return new Int(value.toBigIntegerExact());
    } catch (ArithmeticException e) {
      throw new PackedFormatException("number with more digits than 64 bits hold", e);
    }
  }

  private static DocumentValue object(JsonObject object, int depth) {
    if (object.keySet().stream().anyMatch(key -> key.startsWith(MARK))) {
      return typed(object, depth);
    }
    List<Map.Entry<DocumentValue, DocumentValue>> entries = new ArrayList<>();
    object.forEach((key, value) -> entries.add(Map.entry(text(key), fromJson(value, depth + 1))));
    return new Document(entries);
  }

  private static DocumentValue typed(JsonObject object, int depth) {
    return JsonFields.read(
        object,
        "typed value",
        fields -> {
          String type = object.keySet().iterator().next();
          try {
            return switch (type) {
              case BYTES -> new Bytes(fields.base64(type));
              case INTEGER -> new Int(integer(fields.text(type)));
              case MILLISECONDS -> new Instant(Long.parseLong(fields.text(type)));
              case REAL -> new Real(Double.parseDouble(fields.text(type)));
              case REAL_BITS -> new Real(bits(fields.text(type)));
              case MAP -> new Document(fields.list(type, pair -> pair(pair, depth)));
              default -> throw new PackedFormatException("a type of value that is not known");
            };
          } catch (NumberFormatException e) {
            throw new PackedFormatException("typed value is no number", e);
          }
        });
  }

  private static BigInteger integer(String text) {
    if (text.length() > MOST_DIGITS + 1) {
      throw new PackedFormatException("integer beyond 64 bits");
    }
    return new BigInteger(text);
  }

  private static double bits(String hex) {
    return Double.longBitsToDouble(Long.parseUnsignedLong(hex, 16));
  }

  private static Map.Entry<DocumentValue, DocumentValue> pair(JsonValue json, int depth) {
    if (json instanceof JsonArray pair && pair.size() == 2) {
      return Map.entry(fromJson(pair.get(0), depth + 1), fromJson(pair.get(1), depth + 1));
    }
    throw new PackedFormatException("entry of a map is no pair");
  }
}
