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

  /**
   * What a map may hold.
   *
   * @param times points in time, which only BSON knows
   * @param textKeys whether every key is text
   * @param nesting deepest nesting, the map itself being 1
   */
  record Shape(boolean times, boolean textKeys, int nesting) {}

  private final Random random;

  RandomDocuments(Random random) {
    this.random = random;
  }

  /** A map of up to 5 keys, or one as deep as it may be. */
  Document map(Shape shape) {
    return random.nextInt(8) == 0 ? deep(shape) : map(shape, 1);
  }

  private Document deep(Shape shape) {
    Document document = Document.EMPTY;
    for (int depth = 1; depth < shape.nesting(); depth++) {
      DocumentValue value = document;
      if (random.nextBoolean() && depth + 1 < shape.nesting()) {
        value = new Items(List.of(document));
        depth++;
      }
      document = new Document(List.of(Map.entry(key(depth, shape), value)));
    }
    return document;
  }

  private Document map(Shape shape, int depth) {
    List<Map.Entry<DocumentValue, DocumentValue>> entries = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      entries.add(Map.entry(key(i, shape), value(shape, depth + 1)));
    }
    return new Document(entries);
  }

  private DocumentValue key(int number, Shape shape) {
    return shape.textKeys() || random.nextInt(10) > 0
        ? new Text("k" + number + text(4))
        : Int.of(number);
  }

  private DocumentValue value(Shape shape, int depth) {
    return switch (random.nextInt(depth < 4 ? 9 : 6)) {
      case 0 -> random.nextBoolean() ? Nil.INSTANCE : new Bool(random.nextBoolean());
      case 1, 2 -> integer();
      case 3 -> new Real(REALS[random.nextInt(REALS.length)]);
      case 4 ->
          shape.times() && random.nextInt(4) == 0
              ? new Instant(random.nextLong())
              : new Text(text());
      case 5 -> new Bytes(bytes(length()));
      case 6 -> items(shape, depth);
      default -> map(shape, depth);
    };
  }

  private Items items(Shape shape, int depth) {
    List<DocumentValue> values = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      values.add(value(shape, depth + 1));
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
