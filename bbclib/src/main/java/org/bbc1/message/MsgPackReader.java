package org.bbc1.message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.ExtensionTypeHeader;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;

/**
 * Reads one body. The primitive coding is the library's; the checks are ours, because its input is
 * hostile: no length or count is believed before it was compared with the bytes that are left, and
 * nesting and number of values are bounded, so that memory use stays in proportion to the body.
 */
final class MsgPackReader {

  static final int MAX_DEPTH = 32;
  static final int MAX_VALUES = 1 << 20;
  private static final byte[] NO_BYTES = {};
  private static final int MAX_INITIAL_CAPACITY = 64;

  private final MessageUnpacker unpacker;
  private final int length;
  private final int maxValues;
  private int values;
  private @Nullable Dialect dialect;

  private MsgPackReader(byte[] buffer, int offset, int length, int maxValues) {
    this.unpacker = MessagePack.newDefaultUnpacker(buffer, offset, length);
    this.length = length;
    this.maxValues = maxValues;
  }

  static DecodedMessage read(byte[] buffer, int offset, int length, int maxValues)
      throws MessageCodecException, NotAMapException {
    try {
      return new MsgPackReader(buffer, offset, length, maxValues).message();
    } catch (IOException | MessagePackException e) {
      throw new MessageCodecException("no well-formed msgpack: " + e, e);
    }
  }

  private DecodedMessage message() throws IOException, MessageCodecException, NotAMapException {
    MessageFormat format = unpacker.getNextFormat();
    Map<Integer, Value> fields = new LinkedHashMap<>();
    boolean isMap = format.getValueType().isMapType();
    if (isMap) {
      readFields(fields);
    } else {
      value(1);
    }
    if (remaining() != 0) {
      throw new MessageCodecException(remaining() + " bytes after the message");
    }
    if (!isMap) {
      throw new NotAMapException(format.getValueType().name().toLowerCase(Locale.ROOT));
    }
    return new DecodedMessage(new Message(fields), dialect == null ? Dialect.BIN : dialect, values);
  }

  private void readFields(Map<Integer, Value> fields) throws IOException, MessageCodecException {
    int count = checked(unpacker.unpackMapHeader(), 2);
    for (int i = 0; i < count; i++) {
      boolean bin = unpacker.getNextFormat().getValueType().isBinaryType();
      Value key = key(2);
      byte[] bytes = stringBytes(key);
      if (bytes.length != KeyType.LENGTH) {
        value(2);
        continue;
      }
      if (dialect == null) {
        dialect = bin ? Dialect.BIN : Dialect.RAW;
      }
      fields.put(number(bytes), value(2));
    }
  }

  /** The bytes of a key that is a string; of any other key none, since it cannot be one of ours. */
  private static byte[] stringBytes(Value key) {
    if (key instanceof Value.Bytes bytes) {
      return bytes.value();
    }
    return key instanceof Value.Text text ? text.utf8() : NO_BYTES;
  }

  private static int number(byte[] key) {
    return key[0] << 24 | (key[1] & 0xff) << 16 | (key[2] & 0xff) << 8 | key[3] & 0xff;
  }

  private Value key(int depth) throws IOException, MessageCodecException {
    Value key = value(depth);
    if (key instanceof Value.ListValue
        || key instanceof Value.MapValue
        || key instanceof Value.Extension) {
      throw new MessageCodecException("a map key that is no plain value");
    }
    return key;
  }

  private Value value(int depth) throws IOException, MessageCodecException {
    if (++values > maxValues) {
      throw new MessageCodecException("more than " + maxValues + " values");
    }
    MessageFormat format = unpacker.getNextFormat();
    return switch (format.getValueType()) {
      case NIL -> {
        unpacker.unpackNil();
        yield Value.nil();
      }
      case BOOLEAN -> Values.bool(unpacker.unpackBoolean());
      case INTEGER ->
          format == MessageFormat.UINT64
              ? Value.Int.ofUnsigned(unpacker.unpackBigInteger().longValue())
              : Values.integer(unpacker.unpackLong());
      case FLOAT ->
          format == MessageFormat.FLOAT32
              ? new Value.FloatingPoint(unpacker.unpackFloat(), true)
              : new Value.FloatingPoint(unpacker.unpackDouble(), false);
      case STRING -> {
        byte[] bytes = payload(unpacker.unpackRawStringHeader());
        yield dialect == Dialect.RAW ? new Value.Bytes(bytes) : new Value.Text(bytes);
      }
      case BINARY -> new Value.Bytes(payload(unpacker.unpackBinaryHeader()));
      case ARRAY -> list(depth);
      case MAP -> map(depth);
      case EXTENSION -> {
        ExtensionTypeHeader header = unpacker.unpackExtensionTypeHeader();
        yield new Value.Extension(header.getType(), payload(header.getLength()));
      }
    };
  }

  private Value list(int depth) throws IOException, MessageCodecException {
    checkDepth(depth);
    int count = checked(unpacker.unpackArrayHeader(), 1);
    List<Value> items = new ArrayList<>(Math.min(count, MAX_INITIAL_CAPACITY));
    for (int i = 0; i < count; i++) {
      items.add(value(depth + 1));
    }
    return new Value.ListValue(items);
  }

  private Value map(int depth) throws IOException, MessageCodecException {
    checkDepth(depth);
    int count = checked(unpacker.unpackMapHeader(), 2);
    Map<Value, Value> entries = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      Value key = key(depth + 1);
      entries.put(key, value(depth + 1));
    }
    return new Value.MapValue(entries);
  }

  private byte[] payload(int size) throws IOException, MessageCodecException {
    return unpacker.readPayload(checked(size, 1));
  }

  private int checked(int count, int leastSize) throws MessageCodecException {
    if ((long) count * leastSize > remaining()) {
      throw new MessageCodecException(
          count + " announced, but only " + remaining() + " bytes are left");
    }
    return count;
  }

  private void checkDepth(int depth) throws MessageCodecException {
    if (depth > MAX_DEPTH) {
      throw new MessageCodecException("nested deeper than " + MAX_DEPTH);
    }
  }

  private long remaining() {
    return length - unpacker.getTotalReadBytes();
  }
}
