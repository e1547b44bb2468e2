package org.bbc1.transaction.codec;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.bson.BsonBinaryReader;
import org.bson.BsonBinarySubType;
import org.bson.BsonType;

/**
 * Reads the BSON dialect of old transactions, in which type 0x11 is an unsigned 64-bit integer.
 * Accepts only what {@link BsonWriting} gives again. Source: transaction-format section 5.4.
 */
final class BsonReading {

  private static final int SMALLEST = 5;

  private final BsonBinaryReader in;
  private final int size;
  private final int nesting;

  private BsonReading(BsonBinaryReader in, int size, int nesting) {
    this.in = in;
    this.size = size;
    this.nesting = nesting;
  }

  /** Whether the size in front and the zero byte at the end say BSON. */
  static boolean looksLike(byte[] data) {
    return data.length >= SMALLEST
        && PackedReader.of(data).u4() == data.length
        && data[data.length - 1] == 0;
  }

  /** Reads one document that fills the array. */
  static Document decode(byte[] data, int nesting) {
    if (!looksLike(data)) {
      throw new PackedFormatException("not exactly one BSON document");
    }
    Document document;
    try (BsonBinaryReader in = new BsonBinaryReader(ByteBuffer.wrap(data))) {
      document = new BsonReading(in, data.length, nesting).document(1);
    } catch (BSONException e) {
      throw new PackedFormatException("not valid BSON", e);
    }
    if (!Arrays.equals(data, BsonWriting.encode(document, nesting))) {
      throw new PackedFormatException("BSON that no writer of the dialect makes");
    }
    return document;
  }

  private Document document(int depth) {
    Nesting.require(depth, nesting);
    List<Map.Entry<DocumentValue, DocumentValue>> entries = new ArrayList<>();
    in.readStartDocument();
    for (BsonType type = in.readBsonType();
        type != BsonType.END_OF_DOCUMENT;
        type = in.readBsonType()) {
      Text key = new Text(in.readName());
      entries.add(Map.entry(key, value(type, depth)));
    }
    in.readEndDocument();
    return new Document(entries);
  }

  private Items items(int depth) {
    Nesting.require(depth, nesting);
    List<DocumentValue> values = new ArrayList<>();
    in.readStartArray();
    for (BsonType type = in.readBsonType();
        type != BsonType.END_OF_DOCUMENT;
        type = in.readBsonType()) {
      values.add(value(type, depth));
    }
    in.readEndArray();
    return new Items(values);
  }

  private DocumentValue value(BsonType type, int depth) {
    return switch (type) {
      case DOUBLE -> new Real(in.readDouble());
      case STRING -> new Text(in.readString());
      case DOCUMENT -> document(depth + 1);
      case ARRAY -> items(depth + 1);
      case BINARY -> binary();
      case BOOLEAN -> new Bool(in.readBoolean());
      case DATE_TIME -> new Instant(in.readDateTime());
      case NULL -> {
        in.readNull();
        yield Nil.INSTANCE;
      }
      case INT32 -> Int.of(in.readInt32());
      case TIMESTAMP -> new Int(unsigned(in.readTimestamp().getValue()));
      case INT64 -> Int.of(in.readInt64());
      default -> throw new PackedFormatException("BSON type " + type);
    };
  }

  /** The library would allocate the announced size before it looks whether so much is left. */
  private Bytes binary() {
    if (in.peekBinarySize() > size - in.getBsonInput().getPosition()) {
      throw new PackedFormatException("BSON binary beyond the document");
    }
    if (in.peekBinarySubType() != BsonBinarySubType.BINARY.getValue()) {
      throw new PackedFormatException("BSON binary of another subtype than 0");
    }
    return new Bytes(in.readBinaryData().getData());
  }

  private static BigInteger unsigned(long bits) {
    BigInteger value = BigInteger.valueOf(bits);
    return bits < 0 ? value.add(BigInteger.ONE.shiftLeft(Long.SIZE)) : value;
  }
}
