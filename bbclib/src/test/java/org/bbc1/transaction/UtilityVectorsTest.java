package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.transaction.Vectors.hex;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.bbc1.id.Ids;
import org.bbc1.transaction.codec.ByteStrings;
import org.bbc1.transaction.codec.ByteStrings.At;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The helper functions. */
class UtilityVectorsTest {

  static Stream<Named<JsonObject>> vectors() {
    return Vectors.of("utility.json")
        .map(vector -> Named.of(vector.getString("fn") + " " + vector.get("args"), vector));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void givesTheResult(JsonObject vector) {
    JsonObject args = vector.getJsonObject("args");
    JsonValue result = vector.get("result");
    String function = vector.getString("fn");
    switch (function) {
      case "get_new_id" -> assertHex(Ids.ofText(args.getString("seed_str")), result);
      case "bin2str_base64" -> assertText(ByteStrings.toBase64(hex(args, "dat")), result);
      case "convert_id_to_string" ->
          assertText(ByteStrings.toHex(hex(args, "data"), args.getInt("bytelen", 32)), result);
      case "convert_idstring_to_bytes" ->
          assertHex(
              ByteStrings.fromHex(args.getString("datastr"), args.getInt("bytelen", 32)), result);
      case "to_1byte", "to_2byte", "to_4byte", "to_8byte" -> {
        int width = Integer.parseInt(function.substring(3, 4));
        assertHex(ByteStrings.littleEndian(new BigInteger(args.getString("val")), width), result);
      }
      case "to_bigint" ->
          assertHex(ByteStrings.prefixed(hex(args, "val"), args.getInt("size", 32)), result);
      case "get_bigint" ->
          assertBytes(ByteStrings.readPrefixed(args.getInt("ptr"), hex(args, "dat")), result);
      case "get_n_bytes" ->
          assertBytes(
              ByteStrings.readBytes(args.getInt("ptr"), args.getInt("n"), hex(args, "dat")),
              result);
      case "get_n_byte_int" -> {
        At<BigInteger> read =
            ByteStrings.readNumber(args.getInt("ptr"), args.getInt("n"), hex(args, "dat"));
        assertThat(read.position()).isEqualTo(result.asJsonObject().getInt("ptr"));
        assertThat(read.value())
            .isEqualTo(new BigInteger(result.asJsonObject().getString("value")));
      }
      case "deep_copy_with_key_stringify" ->
          assertThat(((Document) Vectors.document(args.getJsonObject("u"))).withTextKeys())
              .isEqualTo(Vectors.document(result.asJsonObject()));
      case "str_binary" ->
          assertText(ByteStrings.dump(Vectors.has(args, "dat") ? hex(args, "dat") : null), result);
      default -> throw new IllegalArgumentException("unknown function " + function);
    }
  }

  private static void assertText(String actual, JsonValue expected) {
    assertThat(actual).isEqualTo(((JsonString) expected).getString());
  }

  private static void assertHex(byte[] actual, JsonValue expected) {
    assertText(hex(actual), expected);
  }

  private static void assertBytes(At<byte[]> actual, JsonValue expected) {
    assertThat(actual.position()).isEqualTo(expected.asJsonObject().getInt("ptr"));
    assertThat(hex(actual.value())).isEqualTo(expected.asJsonObject().getString("value"));
  }

  @Test
  void newIdOfTextAndTimeHashesSecondsWithSixDecimals() {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(1600000000, 123456789), ZoneOffset.UTC);

    assertThat(Ids.ofText("seed", clock)).isEqualTo(Ids.ofText("seed1600000000.123456"));
  }

  @Test
  void randomIdsDiffer() {
    assertThat(Ids.random()).hasSize(32).isNotEqualTo(Ids.random());
  }
}
