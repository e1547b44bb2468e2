package org.bbc1.transaction.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bbc1.transaction.codec.DocumentValue.Bool;
import org.bbc1.transaction.codec.DocumentValue.Bytes;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.DocumentValue.Int;
import org.bbc1.transaction.codec.DocumentValue.Items;
import org.bbc1.transaction.codec.DocumentValue.Nil;
import org.bbc1.transaction.codec.DocumentValue.Real;
import org.bbc1.transaction.codec.DocumentValue.Text;
import org.bbc1.transaction.codec.Documents.Decoded;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ValueType;

/**
 * Reads maps in MessagePack, in either dialect. Source: transaction-format sections 4.3 and 5.5.
 */
final class MessagePackReading {

  private MessagePackReading() {}

  /**
   * Reads one map that fills the array. The text family gives text if it is valid UTF-8 and bytes
   * otherwise, because the raw dialect does not tell.
   */
  static Document decode(byte[] data, int nesting) {
    return decode(data, nesting, false);
  }

  /** Reads one map that fills the array, see {@link Documents#decodeMessagePack}. */
  static Decoded decodeDocument(byte[] data, int nesting) {
    return hasBytes(data)
        ? new Decoded(decode(data, nesting, false), DocumentEncoding.MSGPACK_BIN)
        : new Decoded(decode(data, nesting, true), DocumentEncoding.MSGPACK_RAW);
  }

  /** Whether there is a value of the bytes family, which only the newer dialect has. */
  private static boolean hasBytes(byte[] data) {
    try (MessageUnpacker in = MessagePack.newDefaultUnpacker(data)) {
      while (in.hasNext()) {
        switch (in.getNextFormat().getValueType()) {
          case BINARY -> {
            return true;
          }
          case ARRAY -> in.unpackArrayHeader();
          case MAP -> in.unpackMapHeader();
          default -> in.skipValue();
        }
      }
      return false;
    } catch (IOException | MessagePackException e) {
      throw new PackedFormatException("not valid MessagePack", e);
    }
  }

  private static Document decode(byte[] data, int nesting, boolean textsAreBytes) {
    try (MessageUnpacker in = MessagePack.newDefaultUnpacker(data)) {
      Decoder decoder = new Decoder(in, data.length, nesting, textsAreBytes);
      if (!(decoder.value(1) instanceof Document document)) {
        throw new PackedFormatException("no MessagePack map");
      }
      if (in.hasNext()) {
        throw new PackedFormatException("bytes after the MessagePack map");
      }
      return document;
    } catch (IOException | MessagePackException e) {
      throw new PackedFormatException("not valid MessagePack", e);
    }
  }

  private record Decoder(MessageUnpacker in, int size, int nesting, boolean textsAreBytes) {

    /** Room for list elements is taken as they come, whatever number is announced. */
    private static final int FIRST_ROOM = 16;

    DocumentValue value(int depth) throws IOException {
      if (textsAreBytes && in.getNextFormat().getValueType() == ValueType.STRING) {
        byte[] text = text();
        return text.length == 0 ? Bytes.EMPTY : new Bytes(text);
      }
      return keyOrValue(depth);
    }

    private DocumentValue keyOrValue(int depth) throws IOException {
      return switch (in.getNextFormat().getValueType()) {
        case NIL -> {
          in.unpackNil();
          yield Nil.INSTANCE;
        }
        case BOOLEAN -> new Bool(in.unpackBoolean());
        case INTEGER -> integer();
        case FLOAT -> new Real(in.unpackDouble());
        case STRING -> textOrBytes(text());
        case BINARY -> new Bytes(in.readPayload(fitting(in.unpackBinaryHeader(), 1)));
        case ARRAY -> items(fitting(in.unpackArrayHeader(), 1), depth);
        case MAP -> document(fitting(in.unpackMapHeader(), 2), depth);
        case EXTENSION -> throw new PackedFormatException("MessagePack extension");
      };
    }

    private byte[] text() throws IOException {
      return in.readPayload(fitting(in.unpackRawStringHeader(), 1));
    }

    private Int integer() throws IOException {
      return in.getNextFormat() == MessageFormat.UINT64
          ? new Int(in.unpackBigInteger())
          : Int.of(in.unpackLong());
    }

    private int fitting(int count, int minimalSize) {
      if (count < 0 || (long) count * minimalSize > size - in.getTotalReadBytes()) {
        throw new PackedFormatException("MessagePack length beyond the end");
      }
      return count;
    }

    private Items items(int count, int depth) throws IOException {
      Nesting.require(depth, nesting);
      if (count == 0) {
        return Items.EMPTY;
      }
      List<DocumentValue> values = new ArrayList<>(Math.min(count, FIRST_ROOM));
      for (int i = 0; i < count; i++) {
        values.add(value(depth + 1));
      }
      return new Items(values);
    }

    private Document document(int count, int depth) throws IOException {
      Nesting.require(depth, nesting);
      if (count == 0) {
        return Document.EMPTY;
      }
      List<Map.Entry<DocumentValue, DocumentValue>> entries =
          new ArrayList<>(Math.min(count, FIRST_ROOM));
      for (int i = 0; i < count; i++) {
        DocumentValue key = keyOrValue(depth + 1);
        entries.add(Map.entry(key, value(depth + 1)));
      }
      return new Document(entries);
    }

    private static DocumentValue textOrBytes(byte[] bytes) {
      if (bytes.length == 0) {
        return Text.EMPTY;
      }
      String text = Utf8.decodeOrNull(bytes);
      return text == null ? new Bytes(bytes) : new Text(text);
    }
  }
}
