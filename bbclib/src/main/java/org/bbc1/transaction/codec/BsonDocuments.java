package org.bbc1.transaction.codec;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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

/**
 * Reads maps in the BSON dialect of old transactions, in which type 0x11 is an unsigned 64-bit
 * integer. Accepts only what a writer of that dialect would write, so nothing needs to be encoded
 * again to see that. Source: transaction-format section 5.4.
 */
final class BsonDocuments {

  private static final int SMALLEST = 5;

  private BsonDocuments() {}

  /** Whether the size in front and the zero byte at the end say BSON. */
  static boolean looksLike(byte[] data) {
    return data.length >= SMALLEST
        && PackedReader.of(data).u4() == data.length
        && data[data.length - 1] == 0;
  }

  /** Reads one document that fills the array. */
  static Document decode(byte[] data) {
    PackedReader in = PackedReader.of(data);
    Document document = document(in, 1);
    in.requireEnd();
    return document;
  }

  private static Document document(PackedReader in, int depth) {
    return new Document(entries(in, depth));
  }

  private static List<Map.Entry<DocumentValue, DocumentValue>> entries(PackedReader in, int depth) {
    if (depth > DocumentValue.MAXIMUM_NESTING) {
      throw new PackedFormatException("map body is nested too deeply");
    }
    long size = in.u4();
    if (size < SMALLEST) {
      throw new PackedFormatException("BSON document of " + size + " bytes");
    }
    return in.part(
        size - 4,
        inner -> {
          List<Map.Entry<DocumentValue, DocumentValue>> entries = new ArrayList<>();
          for (int type = u1(inner); type != 0; type = u1(inner)) {
            Text key = new Text(zeroTerminated(inner));
            entries.add(Map.entry(key, value(inner, type, depth)));
          }
          return entries;
        });
  }

  private static DocumentValue value(PackedReader in, int type, int depth) {
    return switch (type) {
      case 0x01 -> new Real(Double.longBitsToDouble(s8(in)));
      case 0x02 -> new Text(text(in));
      case 0x03 -> document(in, depth + 1);
      case 0x04 -> items(in, depth + 1);
      case 0x05 -> binary(in);
      case 0x08 -> bool(u1(in));
      case 0x09 -> new Instant(s8(in));
      case 0x0a -> new Nil();
      case 0x10 -> Int.of((int) in.u4());
      case 0x11 -> large(s8(in));
      case 0x12 -> wide(s8(in));
      default -> throw new PackedFormatException("BSON type " + type);
    };
  }

  private static Items items(PackedReader in, int depth) {
    List<DocumentValue> values = new ArrayList<>();
    for (Map.Entry<DocumentValue, DocumentValue> entry : entries(in, depth)) {
      if (!entry.getKey().equals(new Text(Integer.toString(values.size())))) {
        throw new PackedFormatException("BSON array with wrong keys");
      }
      values.add(entry.getValue());
    }
    return new Items(values);
  }

  private static Bytes binary(PackedReader in) {
    long size = in.u4();
    int subtype = u1(in);
    if (subtype != 0) {
      throw new PackedFormatException("BSON binary of subtype " + subtype);
    }
    return new Bytes(in.bytes(size));
  }

  private static Bool bool(int value) {
    if (value > 1) {
      throw new PackedFormatException("BSON boolean " + value);
    }
    return new Bool(value == 1);
  }

  private static Int wide(long value) {
    if (value == (int) value) {
      throw new PackedFormatException("BSON 64-bit integer that fits 32 bits");
    }
    return Int.of(value);
  }

  private static Int large(long bits) {
    if (bits >= 0) {
      throw new PackedFormatException("BSON unsigned integer that fits a signed one");
    }
    return new Int(BigInteger.valueOf(bits).add(BigInteger.ONE.shiftLeft(64)));
  }

  private static String text(PackedReader in) {
    long size = in.u4();
    if (size < 1) {
      throw new PackedFormatException("BSON text without its final zero byte");
    }
    byte[] bytes = in.bytes(size - 1);
    if (u1(in) != 0) {
      throw new PackedFormatException("BSON text without its final zero byte");
    }
    return utf8(bytes);
  }

  private static String zeroTerminated(PackedReader in) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int next = u1(in); next != 0; next = u1(in)) {
      bytes.write(next);
    }
    return utf8(bytes.toByteArray());
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new PackedFormatException("BSON text is not UTF-8", e);
    }
  }

  private static int u1(PackedReader in) {
    return in.bytes(1)[0] & 0xff;
  }

  private static long s8(PackedReader in) {
    return in.u4() | in.u4() << 32;
  }
}
