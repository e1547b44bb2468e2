package org.bbc1.transaction;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bbc1.transaction.codec.DocumentValue;
import org.bbc1.transaction.codec.DocumentValue.Bool;
import org.bbc1.transaction.codec.DocumentValue.Bytes;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.DocumentValue.Instant;
import org.bbc1.transaction.codec.DocumentValue.Int;
import org.bbc1.transaction.codec.DocumentValue.Items;
import org.bbc1.transaction.codec.DocumentValue.Nil;
import org.bbc1.transaction.codec.DocumentValue.Real;
import org.bbc1.transaction.codec.DocumentValue.Text;

/** Makes map bodies with every kind of value, some of them deeply nested, for tests. */
final class RandomDocuments {

  private static final double[] REALS = {
    0.0, -0.0, 0.1, -1.5, 1e300, Double.MIN_VALUE, Double.POSITIVE_INFINITY, Math.PI
  };
  private static final int[] FIRST_CODE_POINTS = {' ', 'A', 0xa1, 0x3041, 0x1f600};

  private final Random random;

  RandomDocuments(Random random) {
    this.random = random;
  }

  /**
   * A map of up to 5 keys.
   *
   * @param bson whether BSON has to hold it, which knows points in time and text keys only
   */
  Document map(boolean bson) {
    return random.nextInt(8) == 0 ? deep(bson) : map(bson, 1);
  }

  /** A map as deep as the format allows. */
  private Document deep(boolean bson) {
    Document document = new Document(List.of());
    for (int depth = 1; depth < DocumentValue.MAXIMUM_NESTING; depth++) {
      DocumentValue value = random.nextBoolean() ? document : new Items(List.of(document));
      depth += value instanceof Items ? 1 : 0;
      if (depth >= DocumentValue.MAXIMUM_NESTING) {
        break;
      }
      document = new Document(List.of(Map.entry(key(depth, bson), value)));
    }
    return document;
  }

  private Document map(boolean bson, int depth) {
    List<Map.Entry<DocumentValue, DocumentValue>> entries = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      entries.add(Map.entry(key(i, bson), value(bson, depth + 1)));
    }
    return new Document(entries);
  }

  private DocumentValue key(int number, boolean bson) {
    return bson || random.nextInt(10) > 0 ? new Text("k" + number + text(4)) : Int.of(number);
  }

  private DocumentValue value(boolean bson, int depth) {
    return switch (random.nextInt(depth < 4 ? 9 : 6)) {
      case 0 -> random.nextBoolean() ? new Nil() : new Bool(random.nextBoolean());
      case 1, 2 -> integer();
      case 3 -> new Real(REALS[random.nextInt(REALS.length)]);
      case 4 -> bson && random.nextInt(4) == 0 ? new Instant(random.nextLong()) : new Text(text());
      case 5 -> new Bytes(bytes(length()));
      case 6 -> items(bson, depth);
      default -> map(bson, depth);
    };
  }

  private Items items(boolean bson, int depth) {
    List<DocumentValue> values = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      values.add(value(bson, depth + 1));
    }
    return new Items(values);
  }

  /** Of every width that an encoding has a form for, and of both signs. */
  private Int integer() {
    if (random.nextInt(10) == 0) {
      return new Int(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.valueOf(1 + length())));
    }
    return Int.of(random.nextLong() >> random.nextInt(64));
  }

  /** Most are short; some need a length of more than one byte. */
  private int length() {
    return random.nextInt(random.nextInt(10) == 0 ? 300 : 20);
  }

  /** Text of one script, without the zero character. */
  String text() {
    return text(length());
  }

  private String text(int length) {
    int first = FIRST_CODE_POINTS[random.nextInt(FIRST_CODE_POINTS.length)];
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(first + random.nextInt(26));
    }
    return text.toString();
  }

  byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
