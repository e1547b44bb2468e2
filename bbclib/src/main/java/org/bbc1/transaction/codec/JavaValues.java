package org.bbc1.transaction.codec;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bbc1.transaction.codec.DocumentValue.Bool;
import org.bbc1.transaction.codec.DocumentValue.Bytes;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.DocumentValue.Instant;
import org.bbc1.transaction.codec.DocumentValue.Int;
import org.bbc1.transaction.codec.DocumentValue.Items;
import org.bbc1.transaction.codec.DocumentValue.Nil;
import org.bbc1.transaction.codec.DocumentValue.Real;
import org.bbc1.transaction.codec.DocumentValue.Text;
import org.jspecify.annotations.Nullable;

/**
 * Documents from plain Java values and back. The order of a map is hashed with it: give one that
 * keeps its order.
 *
 * <p>null, booleans, integers up to 64 bits, {@code float} and {@code double}, {@link
 * java.time.Instant} (only BSON can write it), text, {@code byte[]}, lists, and maps with text keys
 * have a counterpart. Nesting is at most {@link DocumentValue#MAXIMUM_NESTING} deep.
 */
public final class JavaValues {

  private JavaValues() {}

  /**
   * The document of a map.
   *
   * @throws IllegalArgumentException if a value has no counterpart or maps and lists are nested too
   *     deeply
   */
  public static Document document(Map<String, ? extends @Nullable Object> map) {
    return document(map, 1);
  }

  /**
   * The map of a document, in its order: integers as {@link Long}, or {@link BigInteger} from 2^63;
   * keys as text.
   *
   * @throws IllegalArgumentException if two keys have one text
   */
  public static Map<String, @Nullable Object> map(Document document) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (Map.Entry<DocumentValue, DocumentValue> entry : document.entries()) {
      String key = keyText(entry.getKey());
      if (map.containsKey(key)) {
        throw new IllegalArgumentException("two keys have one text");
      }
      map.put(key, toJava(entry.getValue()));
    }
    return Collections.unmodifiableMap(map);
  }

  private static Document document(Map<?, ?> map, int depth) {
    Nesting.require(depth, DocumentValue.MAXIMUM_NESTING);
    List<Map.Entry<DocumentValue, DocumentValue>> entries = new ArrayList<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        throw new IllegalArgumentException("a key that is no text");
      }
      entries.add(Map.entry(new Text(key), of(entry.getValue(), depth + 1)));
    }
    return new Document(entries);
  }

  private static Items items(List<?> list, int depth) {
    Nesting.require(depth, DocumentValue.MAXIMUM_NESTING);
    List<DocumentValue> values = new ArrayList<>();
    list.forEach(item -> values.add(of(item, depth + 1)));
    return new Items(values);
  }

  private static DocumentValue of(@Nullable Object value, int depth) {
    if (value instanceof Map<?, ?> map) {
      return document(map, depth);
    }
    return value instanceof List<?> list ? items(list, depth) : scalar(value);
  }

  private static DocumentValue scalar(@Nullable Object value) {
    if (value == null) {
      return Nil.INSTANCE;
    }
    if (value instanceof Boolean bool) {
      return new Bool(bool);
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof String text) {
      return new Text(text);
    }
    if (value instanceof byte[] bytes) {
      return new Bytes(bytes);
    }
    if (value instanceof java.time.Instant instant) {
      return new Instant(instant.toEpochMilli());
    }
    throw new IllegalArgumentException("no document holds a " + value.getClass().getName());
  }

  private static DocumentValue number(Number number) {
    if (number instanceof Double || number instanceof Float) {
      return new Real(number.doubleValue());
    }
    if (number instanceof BigInteger integer) {
      return new Int(integer);
    }
    if (number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      return Int.of(number.longValue());
    }
    throw new IllegalArgumentException("no document holds a " + number.getClass().getName());
  }

  private static @Nullable Object toJava(DocumentValue value) {
    if (value instanceof Document document) {
      return map(document);
    }
    if (value instanceof Items items) {
      List<@Nullable Object> list = new ArrayList<>();
      items.values().forEach(item -> list.add(toJava(item)));
      return Collections.unmodifiableList(list);
    }
    return scalarToJava(value);
  }

  private static @Nullable Object scalarToJava(DocumentValue value) {
    if (value instanceof Bool bool) {
      return bool.value();
    }
    if (value instanceof Int integer) {
      return integer.value().bitLength() < Long.SIZE
          ? (Object) integer.value().longValue()
          : integer.value();
    }
    if (value instanceof Real real) {
      return real.value();
    }
    if (value instanceof Text text) {
      return text.value();
    }
    if (value instanceof Bytes bytes) {
      return bytes.value();
    }
    return value instanceof Instant instant
        ? java.time.Instant.ofEpochMilli(instant.milliseconds())
        : null;
  }

  private static String keyText(DocumentValue key) {
    return key instanceof Bytes bytes
        ? new String(bytes.value(), StandardCharsets.UTF_8)
        : String.valueOf(scalarToJava(key));
  }
}
