package org.bbc1.message;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes TLV documents. */
final class TlvWriter {

  private TlvWriter() {}

  static byte[] write(Message message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (Map.Entry<Integer, Value> field : message.fields().entrySet()) {
        out.writeInt(field.getKey());
        value(out, field.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void value(DataOutputStream out, Value value) throws IOException {
    if (value instanceof Value.Bytes bytes) {
      bytes(out, TlvReader.TYPE_BYTES, bytes.value());
    } else if (value instanceof Value.Text text) {
      bytes(out, TlvReader.TYPE_BYTES, text.utf8());
    } else if (value instanceof Value.Int number) {
      integer(out, number);
    } else if (value instanceof Value.Bool bool) {
      bytes(out, TlvReader.TYPE_BOOLEAN, new byte[] {(byte) (bool.value() ? 1 : 0)});
    } else if (value instanceof Value.ListValue list) {
      list(out, list);
    } else {
      throw new IllegalArgumentException("TLV has no " + value.getClass().getSimpleName());
    }
  }

  private static void integer(DataOutputStream out, Value.Int number) throws IOException {
    if (number.bits() < 0 && !number.beyondLong()) {
      throw new IllegalArgumentException("TLV has no negative numbers: " + number.bits());
    }
    out.writeInt(TlvReader.TYPE_INTEGER);
    out.writeInt(Long.BYTES);
    out.writeLong(number.bits());
  }

  private static void list(DataOutputStream out, Value.ListValue list) throws IOException {
    ByteArrayOutputStream items = new ByteArrayOutputStream();
    try (DataOutputStream inner = new DataOutputStream(items)) {
      for (Value item : list.items()) {
        value(inner, item);
      }
    }
    bytes(out, TlvReader.TYPE_LIST, items.toByteArray());
  }

  private static void bytes(DataOutputStream out, int type, byte[] bytes) throws IOException {
    out.writeInt(type);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
