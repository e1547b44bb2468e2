package org.bbc1.transaction.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A value in a map body: what MessagePack and BSON can both say. Immutable; maps keep the order of
 * their keys, which is hashed with them.
 */
public sealed interface DocumentValue {

  /** Deepest nesting of lists and maps that is written, and read unless another is asked for. */
  int MAXIMUM_NESTING = 32;

  /** Deepest nesting that can be asked for. */
  int HIGHEST_NESTING = 256;

  /** Nothing. */
  record Nil() implements DocumentValue {

    /** One of them; all are equal. */
    public static final Nil INSTANCE = new Nil();
  }

  /** A truth value. */
  record Bool(boolean value) implements DocumentValue {}

  /** An integer, -2^63 to 2^64-1. */
  record Int(BigInteger value) implements DocumentValue {

    /** Refuses what 64 bits cannot hold. */
    public Int {
      if (value.bitLength() > (value.signum() < 0 ? 63 : 64)) {
        throw new PackedFormatException("integer beyond 64 bits");
      }
    }

    /** From a long. */
    public static Int of(long value) {
      return value >= SmallInts.LOWEST && value <= SmallInts.HIGHEST
          ? SmallInts.of((int) value)
          : new Int(BigInteger.valueOf(value));
    }
  }

  /** A 64-bit floating point number. */
  record Real(double value) implements DocumentValue {}

  /** A point in time, only in BSON: milliseconds since 1970-01-01 UTC. */
  record Instant(long milliseconds) implements DocumentValue {}

  /** Text. */
  record Text(String value) implements DocumentValue {

    /** A text without characters. */
    public static final Text EMPTY = new Text("");
  }

  /** A byte string. */
  record Bytes(byte[] value) implements DocumentValue {

    /** A byte string without bytes. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    /** A private copy of the bytes. */
    public Bytes {
      value = value.clone();
    }

    @Override
    public byte[] value() {
      return value.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }
  }

  /** A list. */
  record Items(List<DocumentValue> values) implements DocumentValue {

    /** A list without values. */
    public static final Items EMPTY = new Items(List.of());

    /** A private copy of the list. */
    public Items {
      values = List.copyOf(values);
    }
  }

  /** A map with its entries in order. */
  record Document(List<Map.Entry<DocumentValue, DocumentValue>> entries) implements DocumentValue {

    private static final double ABOVE_INTEGERS = 0x1p64;

    /** A map without entries. */
    public static final Document EMPTY = new Document(List.of());

    /** A private copy; keys are scalars and occur once. */
    public Document {
      entries = List.copyOf(entries);
      entries.forEach(entry -> requireScalar(entry.getKey()));
      if (entries.size() > 1) {
        requireDifferentKeys(entries);
      }
    }

    private static void requireScalar(DocumentValue key) {
      if (key instanceof Items || key instanceof Document) {
        throw new PackedFormatException("a list or map as key of a map");
      }
    }

    private static void requireDifferentKeys(
        List<Map.Entry<DocumentValue, DocumentValue>> entries) {
      Set<String> seen = new HashSet<>();
      for (Map.Entry<DocumentValue, DocumentValue> entry : entries) {
        if (!seen.add(identity(entry.getKey()))) {
          throw new PackedFormatException("a key occurs twice in a map");
        }
      }
    }

    /**
     * The same map, in which byte strings as keys are replaced by their text. Maps within are
     * treated likewise, lists are not looked into.
     *
     * @throws PackedFormatException if such a key is not UTF-8
     */
    public Document withTextKeys() {
      return withTextKeys(EMPTY);
    }

    /**
     * As {@link #withTextKeys()}, on top of another map: its entries come first, and a key that is
     * in both has the value of this one.
     */
    public Document withTextKeys(Document into) {
      Map<String, Map.Entry<DocumentValue, DocumentValue>> all = new LinkedHashMap<>();
      into.entries.forEach(entry -> all.put(identity(entry.getKey()), entry));
      for (Map.Entry<DocumentValue, DocumentValue> entry : entries) {
        DocumentValue key = entry.getKey();
        if (key instanceof Bytes bytes) {
          key = new Text(Utf8.decode(bytes.value));
        }
        DocumentValue value = entry.getValue();
        if (value instanceof Document document) {
          value = document.withTextKeys();
        }
        all.put(identity(key), Map.entry(key, value));
      }
      return new Document(List.copyOf(all.values()));
    }

    /**
     * A text that is the same for two keys just when they are one key to the languages that read
     * these maps; those take true, 1 and 1.0 for one. A text, because a set of texts stays fast
     * even if all were chosen to have one hash code.
     */
    private static String identity(DocumentValue key) {
      if (key instanceof Text text) {
        return "t" + text.value();
      }
      if (key instanceof Bytes bytes) {
        return "b" + new String(bytes.value, StandardCharsets.ISO_8859_1);
      }
      if (key instanceof Int integer) {
        return number(integer.value());
      }
      if (key instanceof Bool bool) {
        return number(bool.value() ? BigInteger.ONE : BigInteger.ZERO);
      }
      if (key instanceof Real real) {
        return number(real.value());
      }
      if (key instanceof Instant instant) {
        return "i" + instant.milliseconds();
      }
      return "nil";
    }

    private static String number(double value) {
      return value == Math.rint(value) && Math.abs(value) < ABOVE_INTEGERS
          ? number(new BigDecimal(value).toBigIntegerExact())
          : "r" + Long.toHexString(Double.doubleToLongBits(value));
    }

    private static String number(BigInteger value) {
      return "n" + value.toString(16);
    }
  }
}
