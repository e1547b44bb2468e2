package org.bbc1.message;

import java.nio.ByteBuffer;
import java.util.Map;

/**
 * Writes a message. The size is computed first and everything written into one array of exactly
 * that size, so a large asset file is copied once only; the library's packer, which collects
 * chunks, would copy it twice.
 */
final class MsgPackWriter {

  private final ByteBuffer out;

  private MsgPackWriter(ByteBuffer out) {
    this.out = out;
  }

  static byte[] write(Message message, StringForm form, int reserved) {
    long size = MsgPackSize.of(message, form) + reserved;
    if (size > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("a message of " + size + " bytes is too large");
    }
    byte[] body = new byte[(int) size];
    ByteBuffer out = ByteBuffer.wrap(body);
    out.position(reserved);
    new MsgPackWriter(out).message(message, form);
    return body;
  }

  private void message(Message message, StringForm form) {
    container(message.size(), 0x80, 0xde);
    StringType keyType = form.ofBytes();
    for (Map.Entry<Integer, Value> field : message.fields().entrySet()) {
      keyType.putHeader(out, KeyType.LENGTH);
      out.putInt(field.getKey());
      value(field.getValue(), form.inField(field.getKey()));
    }
  }

  private void value(Value value, StringForm form) {
    if (value instanceof Value.Bytes bytes) {
      string(form.ofBytes(), bytes.value());
    } else if (value instanceof Value.Int number) {
      integer(number);
    } else if (value instanceof Value.Text text) {
      string(form.ofText(text.utf8()), text.utf8());
    } else if (value instanceof Value.ListValue list) {
      container(list.items().size(), 0x90, 0xdc);
      for (Value item : list.items()) {
        value(item, form);
      }
    } else if (value instanceof Value.MapValue map) {
      container(map.entries().size(), 0x80, 0xde);
      for (Map.Entry<Value, Value> entry : map.entries().entrySet()) {
        value(entry.getKey(), form);
        value(entry.getValue(), form);
      }
    } else if (value instanceof Value.Bool bool) {
      out.put((byte) (bool.value() ? 0xc3 : 0xc2));
    } else if (value instanceof Value.FloatingPoint number) {
      floatingPoint(number);
    } else if (value instanceof Value.Extension extension) {
      extension(extension);
    } else {
      out.put((byte) 0xc0);
    }
  }

  private void string(StringType type, byte[] bytes) {
    type.putHeader(out, bytes.length);
    out.put(bytes);
  }

  private void container(int count, int fix, int type16) {
    if (count < 16) {
      out.put((byte) (fix | count));
    } else if (count <= 0xffff) {
      out.put((byte) type16).putShort((short) count);
    } else {
      out.put((byte) (type16 + 1)).putInt(count);
    }
  }

  private void integer(Value.Int number) {
    long value = number.bits();
    if (number.beyondLong()) {
      out.put((byte) 0xcf).putLong(value);
    } else if (value >= -32 && value < 128) {
      out.put((byte) value);
    } else if (value > 0) {
      positive(value);
    } else {
      negative(value);
    }
  }

  private void positive(long value) {
    if (value <= 0xff) {
      out.put((byte) 0xcc).put((byte) value);
    } else if (value <= 0xffff) {
      out.put((byte) 0xcd).putShort((short) value);
    } else if (value <= 0xffff_ffffL) {
      out.put((byte) 0xce).putInt((int) value);
    } else {
      out.put((byte) 0xcf).putLong(value);
    }
  }

  private void negative(long value) {
    if (value >= Byte.MIN_VALUE) {
      out.put((byte) 0xd0).put((byte) value);
    } else if (value >= Short.MIN_VALUE) {
      out.put((byte) 0xd1).putShort((short) value);
    } else if (value >= Integer.MIN_VALUE) {
      out.put((byte) 0xd2).putInt((int) value);
    } else {
      out.put((byte) 0xd3).putLong(value);
    }
  }

  private void floatingPoint(Value.FloatingPoint number) {
    if (number.single()) {
      out.put((byte) 0xca).putFloat((float) number.value());
    } else {
      out.put((byte) 0xcb).putDouble(number.value());
    }
  }

  private void extension(Value.Extension extension) {
    int length = extension.data().length;
    switch (length) {
      case 1, 2, 4, 8, 16 -> out.put((byte) (0xd4 + Integer.numberOfTrailingZeros(length)));
      default -> StringType.putSized(out, length, 0xc7);
    }
    out.put(extension.type()).put(extension.data());
  }
}
