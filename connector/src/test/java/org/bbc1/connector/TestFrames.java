package org.bbc1.connector;

import java.nio.ByteBuffer;
import java.util.Collections;
import org.bbc1.message.Command;
import org.bbc1.message.Frames;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.PayloadType;
import org.bbc1.message.Value;

/** Frames good and bad. A good one carries its number as {@code count}. */
final class TestFrames {

  private TestFrames() {}

  static Message message(long number) {
    return Message.of(Command.REQUEST_GET_STATS).put(KeyType.COUNT, number).build();
  }

  static Message message(long number, int padding) {
    return message(number).toBuilder().put(KeyType.MESSAGE, new byte[padding]).build();
  }

  static byte[] frame(long number) {
    return frame(number, 0);
  }

  static byte[] frame(long number, int padding) {
    return Frames.encode(PayloadType.MSGPACK, MsgPackCodec.encode(message(number, padding)));
  }

  /** A good frame whose message consists of a little more than this number of values. */
  static byte[] ofManyValues(int count) {
    Value list = new Value.ListValue(Collections.nCopies(count, new Value.Int(0)));
    Message message = message(0).toBuilder().put(KeyType.MESSAGE, list).build();
    return Frames.encode(message);
  }

  static byte[] header(int type, long length) {
    return ByteBuffer.allocate(8)
        .putShort((short) type)
        .putShort((short) 0)
        .putInt((int) length)
        .array();
  }

  static byte[] raw(int type, byte... body) {
    return join(header(type, body.length), body);
  }

  static byte[] join(byte[]... parts) {
    int size = 0;
    for (byte[] part : parts) {
      size += part.length;
    }
    ByteBuffer all = ByteBuffer.allocate(size);
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }

  static long numberOf(Message message) {
    return message.integer(KeyType.COUNT);
  }
}
