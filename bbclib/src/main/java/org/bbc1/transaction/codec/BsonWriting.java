package org.bbc1.transaction.codec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bbc1.transaction.codec.DocumentValue.Bool;
import org.bbc1.transaction.codec.DocumentValue.Bytes;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.DocumentValue.Instant;
import org.bbc1.transaction.codec.DocumentValue.Int;
import org.bbc1.transaction.codec.DocumentValue.Items;
import org.bbc1.transaction.codec.DocumentValue.Nil;
import org.bbc1.transaction.codec.DocumentValue.Real;
import org.bbc1.transaction.codec.DocumentValue.Text;
import org.bson.BSONException;
import org.bson.BsonBinary;
import org.bson.BsonBinaryWriter;
import org.bson.BsonTimestamp;
import org.bson.BsonWriter;
import org.bson.io.BasicOutputBuffer;

/**
 * Writes the BSON dialect of old transactions: integers in the smallest of 32 and 64 bits, above
 * that as unsigned 64-bit integers of type 0x11. Source: transaction-format section 5.4.
 */
final class BsonWriting {

  private final BsonWriter out;
  private final int nesting;

  private BsonWriting(BsonWriter out, int nesting) {
    this.out = out;
    this.nesting = nesting;
  }

  static byte[] encode(Document document, int nesting) {
    try (BasicOutputBuffer buffer = new BasicOutputBuffer();
        BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
      new BsonWriting(writer, nesting).write(document, 1);
      return buffer.toByteArray();
    } catch (BSONException e) {
      throw new PackedFormatException("map cannot be written in BSON", e);
    }
  }

  private void write(DocumentValue value, int depth) {
    if (value instanceof Nil) {
      out.writeNull();
    } else if (value instanceof Bool bool) {
      out.writeBoolean(bool.value());
    } else if (value instanceof Int integer) {
      writeInteger(integer.value());
    } else if (value instanceof Real real) {
      out.writeDouble(real.value());
    } else if (value instanceof Instant instant) {
      out.writeDateTime(instant.milliseconds());
    } else if (value instanceof Text text) {
      out.writeString(Utf8.requireEncodable(text.value()));
    } else if (value instanceof Bytes bytes) {
      out.writeBinaryData(new BsonBinary(bytes.value()));
    } else if (value instanceof Items items) {
      writeItems(items, depth);
    } else if (value instanceof Document document) {
      writeDocument(document, depth);
    }
  }

  private void writeInteger(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      out.writeInt32(value.intValue());
    } else if (value.bitLength() < Long.SIZE) {
      out.writeInt64(value.longValue());
    } else {
      out.writeTimestamp(new BsonTimestamp(value.longValue()));
    }
  }

  private void writeItems(Items items, int depth) {
    Nesting.require(depth, nesting);
    out.writeStartArray();
    items.values().forEach(item -> write(item, depth + 1));
    out.writeEndArray();
  }

  private void writeDocument(Document document, int depth) {
    Nesting.require(depth, nesting);
    out.writeStartDocument();
    for (Map.Entry<DocumentValue, DocumentValue> entry : withNames(document).entries()) {
      out.writeName(Utf8.requireEncodable(((Text) entry.getKey()).value()));
      write(entry.getValue(), depth + 1);
    }
    out.writeEndDocument();
  }

  private static Document withNames(Document document) {
    if (document.entries().stream().allMatch(entry -> entry.getKey() instanceof Text)) {
      return document;
    }
    List<Map.Entry<DocumentValue, DocumentValue>> named = new ArrayList<>();
    document
        .entries()
        .forEach(entry -> named.add(Map.entry(new Text(name(entry.getKey())), entry.getValue())));
    return new Document(named);
  }

  /** The text form that the writers in Python give. */
  private static String name(DocumentValue key) {
    if (key instanceof Text text) {
      return text.value();
    }
    if (key instanceof Bytes bytes) {
      return Utf8.decode(bytes.value());
    }
    if (key instanceof Int integer) {
      return integer.value().toString();
    }
    if (key instanceof Bool bool) {
      return bool.value() ? "True" : "False";
    }
    if (key instanceof Nil) {
      return "None";
    }
    throw new PackedFormatException("a number with a fraction as key cannot be written in BSON");
  }
}
