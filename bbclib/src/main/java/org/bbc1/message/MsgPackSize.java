package org.bbc1.message;

import java.util.Map;

/** Number of bytes that {@link MsgPackWriter} writes. */
final class MsgPackSize {

  private MsgPackSize() {}

  static long of(Message message, StringForm form) {
    long keyLength = string(form.ofBytes(), KeyType.LENGTH);
    long total = container(message.size()) + message.size() * keyLength;
    for (Map.Entry<Integer, Value> field : message.fields().entrySet()) {
      total += of(field.getValue(), form.inField(field.getKey()));
    }
    return total;
  }

  private static long of(Value value, StringForm form) {
    if (value instanceof Value.Bytes bytes) {
      return string(form.ofBytes(), bytes.value().length);
    }
    if (value instanceof Value.Int number) {
      return integer(number);
    }
    if (value instanceof Value.Text text) {
      return string(form.ofText(text.utf8()), text.utf8().length);
    }
    if (value instanceof Value.ListValue list) {
      return list(list, form);
    }
    if (value instanceof Value.MapValue map) {
      return map(map, form);
    }
    if (value instanceof Value.FloatingPoint number) {
      return number.single() ? 5 : 9;
    }
    return value instanceof Value.Extension extension ? extension(extension.data().length) : 1;
  }

  private static long list(Value.ListValue list, StringForm form) {
    long total = container(list.items().size());
    for (Value item : list.items()) {
      total += of(item, form);
    }
    return total;
  }

  private static long map(Value.MapValue map, StringForm form) {
    long total = container(map.entries().size());
    for (Map.Entry<Value, Value> entry : map.entries().entrySet()) {
      total += of(entry.getKey(), form) + of(entry.getValue(), form);
    }
    return total;
  }

  private static long string(StringType type, int length) {
    return (long) type.headerLength(length) + length;
  }

  private static int container(int count) {
    if (count < 16) {
      return 1;
    }
    return count <= 0xffff ? 3 : 5;
  }

  private static int integer(Value.Int number) {
    long value = number.bits();
    if (number.beyondLong()) {
      return 9;
    }
    if (value >= -32 && value <= 0x7f) {
      return 1;
    }
    if (value >= Byte.MIN_VALUE && value <= 0xff) {
      return 2;
    }
    if (value >= Short.MIN_VALUE && value <= 0xffff) {
      return 3;
    }
    return value >= Integer.MIN_VALUE && value <= 0xffff_ffffL ? 5 : 9;
  }

  private static long extension(int length) {
    return switch (length) {
      case 1, 2, 4, 8, 16 -> 2L + length;
      default -> 1L + StringType.sizedHeaderLength(length) + length;
    };
  }
}
