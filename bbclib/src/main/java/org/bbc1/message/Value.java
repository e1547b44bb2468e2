package org.bbc1.message;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of a message field: the types that msgpack can carry. Values are immutable; byte arrays
 * are handed over and given out without a copy, and whoever holds one must not change it.
 */
public sealed interface Value {

  /** The absent value. */
  record Nil() implements Value {
    static final Nil INSTANCE = new Nil();
  }

  /** True or false. */
  record Bool(boolean value) implements Value {}

  /**
   * An integer from −2^63 to 2^64−1.
   *
   * @param bits the 64 bits of the number
   * @param beyondLong whether the number is above 2^63−1, so that {@code bits} is to be read as
   *     unsigned
   */
  record Int(long bits, boolean beyondLong) implements Value, Comparable<Int> {
    public Int {
      if (beyondLong && bits >= 0) {
        throw new IllegalArgumentException(bits + " is not beyond the range of a long");
      }
    }

    /** The number of a value that fits into a long. */
    public Int(long value) {
      this(value, false);
    }

    /** The number whose 64 bits are given, read without a sign. */
    public static Int ofUnsigned(long bits) {
      return new Int(bits, bits < 0);
    }

    /** The exact number. */
    public BigInteger bigInteger() {
      return beyondLong ? new BigInteger(Long.toUnsignedString(bits)) : BigInteger.valueOf(bits);
    }

    @Override
    public int compareTo(Int other) {
      return beyondLong == other.beyondLong
          ? Long.compare(bits, other.bits)
          : Boolean.compare(beyondLong, other.beyondLong);
    }
  }

  /** A floating-point number, forwarded in the width in which it came. */
  record FloatingPoint(double value, boolean single) implements Value {

    @Override
    public int hashCode() {
      return SeededHash.of(Double.doubleToLongBits(value));
    }
  }

  /** A byte string. */
  record Bytes(byte[] value) implements Value, Comparable<Bytes> {
    /**
     * The bytes of a text, the form in which a node sends every text (client-protocol section 2.3).
     */
    public static Bytes ofText(String text) {
      return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int compareTo(Bytes other) {
      return Arrays.compare(value, other.value);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
    }

    @Override
    public int hashCode() {
      return SeededHash.of(value);
    }

    @Override
    public String toString() {
      return HexFormat.of().formatHex(value);
    }
  }

  /** A text that was sent as such (bin dialect); its bytes need not be valid UTF-8. */
  record Text(byte[] utf8) implements Value, Comparable<Text> {
    public Text(String text) {
      this(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text; malformed parts replaced. */
    public String string() {
      return new String(utf8, StandardCharsets.UTF_8);
    }

    @Override
    public int compareTo(Text other) {
      return Arrays.compare(utf8, other.utf8);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Text text && Arrays.equals(utf8, text.utf8);
    }

    @Override
    public int hashCode() {
      return SeededHash.of(utf8);
    }

    @Override
    public String toString() {
      return string();
    }
  }

  /** A list. */
  record ListValue(List<Value> items) implements Value {
    public ListValue {
      items = List.copyOf(items);
    }
  }

  /** A map in the order of its fields. */
  record MapValue(Map<Value, Value> entries) implements Value {
    public MapValue {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** The entries by the text of their names, see {@link Value#textOf}. */
    public Map<String, Value> byName() {
      Map<String, Value> byName = new LinkedHashMap<>();
      entries.forEach((name, value) -> byName.put(textOf(name), value));
      return Collections.unmodifiableMap(byName);
    }
  }

  /** A msgpack extension value, forwarded as it is. */
  record Extension(byte type, byte[] data) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Extension extension
          && type == extension.type
          && Arrays.equals(data, extension.data);
    }

    @Override
    public int hashCode() {
      return 31 * type + Arrays.hashCode(data);
    }
  }

  /** The absent value. */
  static Value nil() {
    return Nil.INSTANCE;
  }

  /** A text that came as text or as bytes, an integer in decimal digits; empty for all else. */
  static String textOf(@Nullable Value value) {
    if (value instanceof Bytes bytes) {
      return new Text(bytes.value()).string();
    }
    if (value instanceof Int number) {
      return number.bigInteger().toString();
    }
    return value instanceof Text text ? text.string() : "";
  }
}
