package org.bbc1.message;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one TLV document. */
final class TlvReader {

  static final int MAX_DEPTH = 8;

  static final int TYPE_BYTES = 0;
  static final int TYPE_INTEGER = 1;
  static final int TYPE_BOOLEAN = 2;
  static final int TYPE_LIST = 3;

  /** Small values take many times their encoded size in memory. */
  static final int MAX_VALUES = 1 << 17;

  private static final int VALUE_HEADER = 8;

  private final ByteBuffer in;
  private int values;

  TlvReader(ByteBuffer in) {
    this.in = in;
  }

  Message message() throws MessageCodecException {
    Map<Integer, Value> fields = new LinkedHashMap<>();
    while (in.hasRemaining()) {
      require(KeyType.LENGTH);
      int key = in.getInt();
      fields.put(key, value(1));
    }
    return new Message(fields);
  }

  private Value value(int depth) throws MessageCodecException {
    if (++values > MAX_VALUES) {
      throw new MessageCodecException("more than " + MAX_VALUES + " values");
    }
    require(VALUE_HEADER);
    int type = in.getInt();
    long length = Integer.toUnsignedLong(in.getInt());
    require(length);
    return switch (type) {
      case TYPE_BYTES -> bytes((int) length);
      case TYPE_INTEGER -> integer(length);
      case TYPE_BOOLEAN -> bool((int) length);
      default -> list((int) length, depth);
    };
  }

  private Value bytes(int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new Value.Bytes(bytes);
  }

  private Value integer(long length) throws MessageCodecException {
    if (length != Long.BYTES) {
      throw new MessageCodecException("an integer of " + length + " bytes");
    }
    return Value.Int.ofUnsigned(in.getLong());
  }

  private Value bool(int length) {
    boolean isTrue = length == 1 && in.get(in.position()) == 1;
    in.position(in.position() + length);
    return Values.bool(isTrue);
  }

  private Value list(int length, int depth) throws MessageCodecException {
    if (depth > MAX_DEPTH) {
      throw new MessageCodecException("lists nested deeper than " + MAX_DEPTH);
    }
    TlvReader inner = new TlvReader(in.slice(in.position(), length));
    inner.values = values;
    List<Value> items = new ArrayList<>();
    while (inner.in.hasRemaining()) {
      items.add(inner.value(depth + 1));
    }
    values = inner.values;
    in.position(in.position() + length);
    return new Value.ListValue(items);
  }

  private void require(long length) throws MessageCodecException {
    if (length > in.remaining()) {
      throw new MessageCodecException(
          "cut off: " + length + " bytes wanted, " + in.remaining() + " are left");
    }
  }
}
