package org.bbc1.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bbc1.id.Id;

/**
 * Conversions between {@link Value} and the types that callers want, with the checks of a typed
 * field.
 */
final class Values {

  private static final int SMALLEST_CACHED = -32;
  private static final Value.Int[] SMALL_INTEGERS = smallIntegers();

  private static final Value.Bool TRUE = new Value.Bool(true);
  private static final Value.Bool FALSE = new Value.Bool(false);

  private Values() {}

  /** The integer; the frequent small ones, msgpack's one-byte forms, exist once only. */
  static Value.Int integer(long value) {
    return value >= SMALLEST_CACHED && value < SMALLEST_CACHED + SMALL_INTEGERS.length
        ? SMALL_INTEGERS[(int) value - SMALLEST_CACHED]
        : new Value.Int(value);
  }

  private static Value.Int[] smallIntegers() {
    Value.Int[] integers = new Value.Int[128 - SMALLEST_CACHED];
    for (int i = 0; i < integers.length; i++) {
      integers[i] = new Value.Int(i + SMALLEST_CACHED);
    }
    return integers;
  }

  static Value.Bool bool(boolean value) {
    return value ? TRUE : FALSE;
  }

  static long integer(KeyType key, Value value) {
    if (value instanceof Value.Int number && !number.beyondLong()) {
      return number.bits();
    }
    throw wrongType(key, "an integer", value);
  }

  static boolean bool(KeyType key, Value value) {
    if (value instanceof Value.Bool bool) {
      return bool.value();
    }
    throw wrongType(key, "a truth value", value);
  }

  static byte[] bytes(KeyType key, Value value) {
    if (value instanceof Value.Bytes bytes) {
      return bytes.value();
    }
    if (value instanceof Value.Text text) {
      return text.utf8();
    }
    throw wrongType(key, "a byte string", value);
  }

  static Value.ListValue list(KeyType key, Value value) {
    if (value instanceof Value.ListValue list) {
      return list;
    }
    throw wrongType(key, "a list", value);
  }

  static List<byte[]> bytesList(KeyType key, Value value) {
    List<Value> items = list(key, value).items();
    List<byte[]> result = new ArrayList<>(items.size());
    for (Value item : items) {
      result.add(bytes(key, item));
    }
    return Collections.unmodifiableList(result);
  }

  static <I> Map<I, byte[]> bytesMap(KeyType key, Value value, Function<byte[], I> type) {
    if (!(value instanceof Value.MapValue map)) {
      throw wrongType(key, "a map", value);
    }
    Map<I, byte[]> result = new LinkedHashMap<>();
    try {
      map.entries()
          .forEach(
              (name, content) -> {
                I id = type.apply(bytes(key, name));
                if (!(content instanceof Value.Nil)) {
                  result.put(id, bytes(key, content));
                }
              });
    } catch (IllegalArgumentException e) {
      throw new MessageFieldException(key, e);
    }
    return Collections.unmodifiableMap(result);
  }

  static Value listOfBytes(List<byte[]> list) {
    List<Value> items = new ArrayList<>(list.size());
    for (byte[] bytes : list) {
      items.add(new Value.Bytes(bytes));
    }
    return new Value.ListValue(items);
  }

  static Value mapOfBytes(Map<? extends Id, byte[]> map) {
    Map<Value, Value> entries = new LinkedHashMap<>();
    map.forEach(
        (id, content) -> entries.put(new Value.Bytes(id.toByteArray()), new Value.Bytes(content)));
    return new Value.MapValue(entries);
  }

  private static MessageFieldException wrongType(KeyType key, String wanted, Value found) {
    return new MessageFieldException(
        key, "not " + wanted + " but " + found.getClass().getSimpleName());
  }
}
