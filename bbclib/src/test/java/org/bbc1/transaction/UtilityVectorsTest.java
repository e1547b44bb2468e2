package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.bbc1.transaction.Vectors.hex;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
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
    JsonValue result = vector.getOrDefault("result", JsonValue.NULL);
    String function = vector.getString("fn");
    if (isError(vector)) {
      assertThatIllegalArgumentException().isThrownBy(() -> assertResult(function, args, result));
    } else {
      assertResult(function, args, result);
    }
  }

  /** No function gives null; where the reference gives none, it has failed. */
  private static boolean isError(JsonObject vector) {
    JsonValue result = vector.getOrDefault("result", JsonValue.NULL);
    return vector.containsKey("error")
        || result == JsonValue.NULL && !isRandom(vector)
        || result instanceof JsonObject object && object.containsKey("error");
  }

  /** A random value is no result that a vector could hold. */
  private static boolean isRandom(JsonObject vector) {
    JsonObject args = vector.getJsonObject("args");
    return switch (vector.getString("fn")) {
      case "get_random_id", "get_random_value" -> true;
      case "get_new_id" ->
          !Vectors.has(args, "seed_str") || args.getBoolean("include_timestamp", true);
      default -> false;
    };
  }

  private static void assertResult(String function, JsonObject args, JsonValue result) {
    switch (function) {
      case "get_new_id" -> assertNewId(args, result);
      case "get_random_id" -> assertRandom(Ids.random(), Ids.random(), 32);
      case "get_random_value" -> {
        int length = args.getInt("length", 32);
        assertRandom(Ids.randomBytes(length), Ids.randomBytes(length), length);
      }
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
          assertThat(withTextKeys(args)).isEqualTo(Vectors.document(result.asJsonObject()));
      case "str_binary" ->
          assertText(ByteStrings.dump(Vectors.has(args, "dat") ? hex(args, "dat") : null), result);
      default -> throw new IllegalArgumentException("unknown function " + function);
    }
  }

  private static void assertNewId(JsonObject args, JsonValue result) {
    String seed = Vectors.has(args, "seed_str") ? args.getString("seed_str") : null;
    boolean withTime = args.getBoolean("include_timestamp", true);
    if (seed == null || withTime) {
      assertRandom(Ids.newId(seed, withTime), Ids.random(), 32);
    } else {
      assertHex(Ids.newId(seed, false), result);
    }
  }

  private static void assertRandom(byte[] value, byte[] other, int length) {
    assertThat(value).hasSize(length);
    assertThat(length < 8 || !Arrays.equals(value, other)).isTrue();
  }

  private static Document withTextKeys(JsonObject args) {
    Document map = (Document) Vectors.document(args.getJsonObject("u"));
    return Vectors.has(args, "d")
        ? map.withTextKeys((Document) Vectors.document(args.getJsonObject("d")))
        : map.withTextKeys();
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
  void newIdIsOfTheTextOfTheTextAndTimeOrRandom() {
    assertThat(Ids.newId("seed", false)).isEqualTo(Ids.ofText("seed"));
    assertThat(Ids.newId("seed", true)).hasSize(32).isNotEqualTo(Ids.ofText("seed"));
    assertThat(Ids.newId(null, false)).hasSize(32).isNotEqualTo(Ids.newId(null, false));
    assertThat(Ids.newId(null, true)).hasSize(32).isNotEqualTo(Ids.newId(null, true));
  }

  static Stream<Named<Runnable>> errors() {
    byte[] data = {3, 0, 1, 2};
    return Stream.of(
        Named.of("number too large", () -> ByteStrings.littleEndian(256, 1)),
        Named.of("negative number", () -> ByteStrings.littleEndian(-1, 8)),
        Named.of(
            "number above 64 bits",
            () -> ByteStrings.littleEndian(BigInteger.ONE.shiftLeft(64), 8)),
        Named.of("id of another size", () -> ByteStrings.prefixed(new byte[31], 32)),
        Named.of("id beyond the end", () -> ByteStrings.readPrefixed(0, data)),
        Named.of("size beyond the end", () -> ByteStrings.readPrefixed(3, data)),
        Named.of("start beyond the end", () -> ByteStrings.readBytes(5, 0, data)),
        Named.of("negative start", () -> ByteStrings.readBytes(-1, 1, data)),
        Named.of("bytes beyond the end", () -> ByteStrings.readBytes(2, 3, data)),
        Named.of("most bytes there are", () -> ByteStrings.readBytes(2, Integer.MAX_VALUE, data)),
        Named.of("negative count", () -> ByteStrings.readBytes(0, -1, data)),
        Named.of("number beyond the end", () -> ByteStrings.readNumber(0, 5, data)),
        Named.of("odd number of digits", () -> ByteStrings.fromHex("abc", 2)),
        Named.of("no hex digits", () -> ByteStrings.fromHex("zz", 2)));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void whatTheReferenceCutsOrFailsOnIsRefused(Runnable call) {
    assertThatIllegalArgumentException().isThrownBy(call::run);
  }

  @Test
  void bytesAreReadUpToTheEnd() {
    byte[] data = {1, 0, 7};

    assertThat(ByteStrings.readPrefixed(0, data).position()).isEqualTo(3);
    assertThat(ByteStrings.readBytes(3, 0, data).value()).isEmpty();
    assertThat(ByteStrings.readNumber(1, 2, data).value()).isEqualTo(BigInteger.valueOf(0x700));
    assertThat(ByteStrings.fromHex("0aFF", 1)).containsExactly(0x0a, 0xff);
    assertThat(ByteStrings.toHex(new byte[] {1, 2}, 1)).isEqualTo("0102");
    assertThat(ByteStrings.dump(null)).isEqualTo("None");
    assertThat(ByteStrings.dump(new byte[] {1})).isEqualTo("01");
  }

  @Test
  void randomIdsDiffer() {
    assertThat(Ids.random()).hasSize(32).isNotEqualTo(Ids.random());
  }
}
