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
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;

/** Maps in MessagePack, in either dialect. Source: transaction-format sections 4.3 and 5.5. */
final class MessagePackDocuments {

  private static final MessagePack.PackerConfig RAW =
      new MessagePack.PackerConfig().withStr8FormatSupport(false);
  private static final MessagePack.PackerConfig BIN = new MessagePack.PackerConfig();

  private MessagePackDocuments() {}

  /**
   * Reads one map that fills the array. The text family gives text if it is valid UTF-8 and bytes
   * otherwise, because the raw dialect does not tell.
   */
  static Document decode(byte[] data, int nesting) {
    return decode(data, new Decoder(MessagePack.newDefaultUnpacker(data), data.length, nesting));
  }

  /** Reads one map that fills the array, see {@link Documents#decodeMessagePack}. */
  static Decoded decodeDocument(byte[] data, int nesting) {
    Decoder decoder = new Decoder(MessagePack.newDefaultUnpacker(data), data.length, nesting);
    Document document = decode(data, decoder);
    return decoder.bytesSeen
        ? new Decoded(document, DocumentEncoding.MSGPACK_BIN)
        : new Decoded(withBytesAsValues(document), DocumentEncoding.MSGPACK_RAW);
  }

  private static Document decode(byte[] data, Decoder decoder) {
    try (MessageUnpacker in = decoder.in) {
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

  private static Document withBytesAsValues(Document document) {
    if (document.entries().isEmpty()) {
      return document;
    }
    List<Map.Entry<DocumentValue, DocumentValue>> entries =
        new ArrayList<>(document.entries().size());
    document
        .entries()
        .forEach(entry -> entries.add(Map.entry(entry.getKey(), asBytes(entry.getValue()))));
    return new Document(entries);
  }

  private static DocumentValue asBytes(DocumentValue value) {
    if (value instanceof Text text) {
      return new Bytes(Utf8.encode(text.value()));
    }
    if (value instanceof Items items && !items.values().isEmpty()) {
      List<DocumentValue> values = new ArrayList<>(items.values().size());
      items.values().forEach(item -> values.add(asBytes(item)));
      return new Items(values);
    }
    return value instanceof Document document ? withBytesAsValues(document) : value;
  }

  static byte[] encode(Document document, Dialect dialect, int nesting) {
    try (MessageBufferPacker out = (dialect == Dialect.RAW ? RAW : BIN).newBufferPacker()) {
      new Encoder(out, dialect, nesting).write(document, 1);
      return out.toByteArray();
    } catch (IOException e) {
      throw new PackedFormatException("map cannot be written in MessagePack", e);
    }
  }

  private static final class Decoder {

    /** Room for list elements is taken as they come, whatever number is announced. */
    private static final int FIRST_ROOM = 16;

    private final MessageUnpacker in;
    private final int size;
    private final int nesting;
    private boolean bytesSeen;

    Decoder(MessageUnpacker in, int size, int nesting) {
      this.in = in;
      this.size = size;
      this.nesting = nesting;
    }

    DocumentValue value(int depth) throws IOException {
      return switch (in.getNextFormat().getValueType()) {
        case NIL -> {
          in.unpackNil();
          yield Nil.INSTANCE;
        }
        case BOOLEAN -> new Bool(in.unpackBoolean());
        case INTEGER ->
            in.getNextFormat() == MessageFormat.UINT64
                ? new Int(in.unpackBigInteger())
                : Int.of(in.unpackLong());
        case FLOAT -> new Real(in.unpackDouble());
        case STRING -> textOrBytes(in.readPayload(fitting(in.unpackRawStringHeader(), 1)));
        case BINARY -> {
          bytesSeen = true;
          yield new Bytes(in.readPayload(fitting(in.unpackBinaryHeader(), 1)));
        }
        case ARRAY -> items(fitting(in.unpackArrayHeader(), 1), depth);
        case MAP -> document(fitting(in.unpackMapHeader(), 2), depth);
        case EXTENSION -> throw new PackedFormatException("MessagePack extension");
      };
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
        DocumentValue key = value(depth + 1);
        entries.add(Map.entry(key, value(depth + 1)));
      }
      return new Document(entries);
    }

    private static DocumentValue textOrBytes(byte[] bytes) {
      String text = Utf8.decodeOrNull(bytes);
      return text == null ? new Bytes(bytes) : new Text(text);
    }
  }

  private record Encoder(MessageBufferPacker out, Dialect dialect, int nesting) {

    void write(DocumentValue value, int depth) throws IOException {
      if (value instanceof Nil) {
        out.packNil();
      } else if (value instanceof Bool bool) {
        out.packBoolean(bool.value());
      } else if (value instanceof Int integer) {
        out.packBigInteger(integer.value());
      } else if (value instanceof Real real) {
        out.packDouble(real.value());
      } else if (value instanceof Text text) {
        byte[] utf8 = Utf8.encode(text.value());
        out.packRawStringHeader(utf8.length);
        out.writePayload(utf8);
      } else if (value instanceof Bytes bytes) {
        writeBytes(bytes.value());
      } else if (value instanceof Items items) {
        Nesting.require(depth, nesting);
        out.packArrayHeader(items.values().size());
        for (DocumentValue item : items.values()) {
          write(item, depth + 1);
        }
      } else if (value instanceof Document document) {
        Nesting.require(depth, nesting);
        out.packMapHeader(document.entries().size());
        for (Map.Entry<DocumentValue, DocumentValue> entry : document.entries()) {
          write(entry.getKey(), depth + 1);
          write(entry.getValue(), depth + 1);
        }
      } else {
        throw new PackedFormatException("a point in time cannot be written in MessagePack");
      }
    }

    private void writeBytes(byte[] bytes) throws IOException {
      if (dialect == Dialect.RAW) {
        out.packRawStringHeader(bytes.length);
      } else {
        out.packBinaryHeader(bytes.length);
      }
      out.writePayload(bytes);
    }
  }
}
