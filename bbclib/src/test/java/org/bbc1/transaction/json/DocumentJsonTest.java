package org.bbc1.transaction.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.bbc1.transaction.codec.PackedFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentJsonTest {

  private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(new Nil(), "null"),
        Arguments.of(new Bool(true), "true"),
        Arguments.of(new Bool(false), "false"),
        Arguments.of(Int.of(-5), "-5"),
        Arguments.of(Int.of((1L << 53) - 1), "9007199254740991"),
        Arguments.of(Int.of(1L << 53), "{\"$int\":\"9007199254740992\"}"),
        Arguments.of(Int.of(Long.MIN_VALUE), "{\"$int\":\"-9223372036854775808\"}"),
        Arguments.of(new Int(LARGEST), "{\"$int\":\"18446744073709551615\"}"),
        Arguments.of(new Real(21.5), "21.5"),
        Arguments.of(new Real(1.0), "{\"$real\":\"1.0\"}"),
        Arguments.of(new Real(-0.0), "{\"$real\":\"-0.0\"}"),
        Arguments.of(new Real(Double.NEGATIVE_INFINITY), "{\"$real\":\"-Infinity\"}"),
        Arguments.of(new Real(Double.NaN), "{\"$realBits\":\"7ff8000000000000\"}"),
        Arguments.of(new Text("a\u0000\"ü"), "\"a\\u0000\\\"ü\""),
        Arguments.of(new Bytes(new byte[] {0, -1}), "{\"$bytes\":\"AP8=\"}"),
        Arguments.of(new Instant(-1), "{\"$milliseconds\":\"-1\"}"),
        Arguments.of(new Items(List.of(Int.of(1), new Items(List.of()))), "[1,[]]"),
        Arguments.of(map(new Text("b"), Int.of(1), new Text("a"), Int.of(2)), "{\"b\":1,\"a\":2}"),
        Arguments.of(map(Int.of(1), new Nil()), "{\"$map\":[[1,null]]}"),
        Arguments.of(map(new Text("$int"), new Nil()), "{\"$map\":[[\"$int\",null]]}"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void everyKindOfValueHasItsForm(DocumentValue value, String form) {
    Document document = map(new Text("key"), value);
    JsonObject json = DocumentJson.toJson(document);
    assertThat(json).hasToString("{\"key\":" + form + "}");
    assertThat(DocumentJson.document(TransactionJsonTest.parse(json.toString())))
        .isEqualTo(document);
  }

  @Test
  void keepsTheBitsOfANumberThatIsNone() {
    double odd = Double.longBitsToDouble(0x7ff8000000000123L);
    Document back = DocumentJson.document(DocumentJson.toJson(map(new Text("k"), new Real(odd))));
    Real real = (Real) back.entries().get(0).getValue();
    assertThat(Double.doubleToRawLongBits(real.value())).isEqualTo(0x7ff8000000000123L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"$map\":[[1]]}",
        "{\"$map\":[7]}",
        "{\"$map\":[[[],1]]}",
        "{\"$map\":{}}",
        "{\"$map\":[[\"a\",1],[\"a\",2]]}",
        "{\"$int\":5}",
        "{\"$int\":\"five\"}",
        "{\"$int\":\"18446744073709551616\"}",
        "{\"$int\":\"0000000000000000000000000000001\"}",
        "{\"$real\":\"\"}",
        "{\"$realBits\":\"10000000000000000\"}",
        "{\"$bytes\":\"*\"}",
        "{\"$milliseconds\":\"9223372036854775808\"}",
        "{\"$other\":\"1\"}",
        "{\"$int\":\"1\",\"more\":1}",
        "18446744073709551616",
        "1e30",
        "1e99999999",
        "\"\\ud800\"",
        "{\"\\udc00\":1}"
      })
  void refusesWhatIsNoValue(String form) {
    JsonObject json = TransactionJsonTest.parse("{\"key\":" + form + "}");
    assertThatThrownBy(() -> DocumentJson.document(json)).isInstanceOf(PackedFormatException.class);
  }

  @Test
  void refusesValuesNestedWithoutEnd() {
    JsonObject json =
        TransactionJsonTest.parse("{\"k\":" + "[".repeat(500) + "]".repeat(500) + "}");
    assertThatThrownBy(() -> DocumentJson.document(json))
        .isInstanceOf(PackedFormatException.class)
        .hasMessageContaining("nested");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"$int\":\"1\"}", "{\"$bytes\":\"AA==\"}"})
  void refusesABodyThatIsNoMap(String form) {
    JsonObject json = TransactionJsonTest.parse(form);
    assertThatThrownBy(() -> DocumentJson.document(json)).isInstanceOf(PackedFormatException.class);
  }

  private static Document map(DocumentValue... keysAndValues) {
    Stream<Map.Entry<DocumentValue, DocumentValue>> entries =
        Stream.iterate(0, i -> i < keysAndValues.length, i -> i + 2)
            .map(i -> Map.entry(keysAndValues[i], keysAndValues[i + 1]));
    return new Document(entries.toList());
  }
}
