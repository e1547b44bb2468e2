package org.bbc1.transaction.codec;

import java.io.IOException;
import java.util.Map;
import org.bbc1.transaction.codec.DocumentValue.Bool;
import org.bbc1.transaction.codec.DocumentValue.Bytes;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.DocumentValue.Int;
import org.bbc1.transaction.codec.DocumentValue.Items;
import org.bbc1.transaction.codec.DocumentValue.Nil;
import org.bbc1.transaction.codec.DocumentValue.Real;
import org.bbc1.transaction.codec.DocumentValue.Text;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;

/** Writes maps in MessagePack, in either dialect. Source: transaction-format section 4.3. */
final class MessagePackWriting {

  private static final MessagePack.PackerConfig RAW =
      new MessagePack.PackerConfig().withStr8FormatSupport(false);
  private static final MessagePack.PackerConfig BIN = new MessagePack.PackerConfig();

  private final MessageBufferPacker out;
  private final Dialect dialect;
  private final int nesting;

  private MessagePackWriting(MessageBufferPacker out, Dialect dialect, int nesting) {
    this.out = out;
    this.dialect = dialect;
    this.nesting = nesting;
  }

  static byte[] encode(Document document, Dialect dialect, int nesting) {
    try (MessageBufferPacker out = (dialect == Dialect.RAW ? RAW : BIN).newBufferPacker()) {
      new MessagePackWriting(out, dialect, nesting).write(document, 1);
      return out.toByteArray();
    } catch (IOException e) {
      throw new PackedFormatException("map cannot be written in MessagePack", e);
    }
  }

  private void write(DocumentValue value, int depth) throws IOException {
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
