package org.bbc1.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Stream<Arguments> equalPairsAndAnother() {
    return Stream.of(
        Arguments.of(
            new Value.Bytes(bytes("a")), new Value.Bytes(bytes("a")), new Value.Bytes(bytes("b"))),
        Arguments.of(new Value.Text("a"), new Value.Text(bytes("a")), new Value.Text("b")),
        Arguments.of(
            new Value.Extension((byte) 1, bytes("a")),
            new Value.Extension((byte) 1, bytes("a")),
            new Value.Extension((byte) 1, bytes("b"))),
        Arguments.of(
            new Value.Extension((byte) 1, bytes("a")),
            new Value.Extension((byte) 1, bytes("a")),
            new Value.Extension((byte) 2, bytes("a"))),
        Arguments.of(new Value.Int(-1), new Value.Int(-1), Value.Int.ofUnsigned(-1)),
        Arguments.of(
            new Value.FloatingPoint(1.5, false),
            new Value.FloatingPoint(1.5, false),
            new Value.FloatingPoint(1.5, true)),
        Arguments.of(
            new Value.ListValue(List.of(Value.nil())),
            new Value.ListValue(List.of(Value.nil())),
            new Value.ListValue(List.of())),
        Arguments.of(
            new Value.MapValue(Map.of(new Value.Text("a"), Value.nil())),
            new Value.MapValue(Map.of(new Value.Text("a"), Value.nil())),
            new Value.MapValue(Map.of(new Value.Bytes(bytes("a")), Value.nil()))));
  }

  @ParameterizedTest
  @MethodSource("equalPairsAndAnother")
  void valuesAreEqualByTypeAndContent(Value one, Value same, Value other) {
    assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(one).isNotEqualTo(other).isNotEqualTo(Value.nil());
  }

  @Test
  void hashCodesSpread() {
    assertThat(
            Stream.of("a", "b", "c", "longer than eight bytes", "longer than eight bytez")
                .map(text -> new Value.Bytes(bytes(text)).hashCode())
                .distinct())
        .hasSizeGreaterThan(1);
    assertThat(
            Stream.of("a", "b", "c", "longer than eight bytes", "longer than eight bytez")
                .map(text -> new Value.Text(text).hashCode())
                .distinct())
        .hasSizeGreaterThan(1);
  }

  @Test
  void integersAreOrderedByTheirNumber() {
    Value.Int large = Value.Int.ofUnsigned(Long.MIN_VALUE);

    assertThat(
            Stream.of(large, new Value.Int(-1), Value.Int.ofUnsigned(-1), new Value.Int(0))
                .sorted())
        .containsExactly(new Value.Int(-1), new Value.Int(0), large, Value.Int.ofUnsigned(-1));
    assertThat(large.bigInteger()).isEqualTo(BigInteger.ONE.shiftLeft(63));
    assertThat(new Value.Int(-5).bigInteger()).isEqualTo(BigInteger.valueOf(-5));
  }

  @Test
  void aNumberThatFitsALongIsNotBeyondIt() {
    assertThatThrownBy(() -> new Value.Int(0, true)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Value.Int.ofUnsigned(0)).isEqualTo(new Value.Int(0));
  }

  @Test
  void stringsAreOrderedByTheirBytesAndShownReadably() {
    assertThat(new Value.Bytes(bytes("a"))).isLessThan(new Value.Bytes(bytes("b")));
    assertThat(new Value.Text("b")).isGreaterThan(new Value.Text("a"));
    assertThat(new Value.Bytes(bytes("a"))).hasToString("61");
    assertThat(new Value.Text("a")).hasToString("a");
    assertThat(Value.Bytes.ofText("\u00e9").value()).containsExactly(0xc3, 0xa9);
  }

  @Test
  void smallIntegersKeepTheirNumberAtTheBorders() {
    for (long number : new long[] {-33, -32, -1, 0, 127, 128, Long.MIN_VALUE, Long.MAX_VALUE}) {
      assertThat(Values.integer(number).bits()).isEqualTo(number);
    }
    assertThat(Values.integer(127)).isSameAs(Values.integer(127));
    assertThat(Values.integer(-32)).isSameAs(Values.integer(-32));
    assertThat(Values.integer(128)).isNotSameAs(Values.integer(128));
  }
}
