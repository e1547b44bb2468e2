package org.bbc1.transaction.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bbc1.transaction.codec.DocumentValue.Bool;
import org.bbc1.transaction.codec.DocumentValue.Bytes;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.DocumentValue.Int;
import org.bbc1.transaction.codec.DocumentValue.Items;
import org.bbc1.transaction.codec.DocumentValue.Nil;
import org.bbc1.transaction.codec.DocumentValue.Real;
import org.bbc1.transaction.codec.DocumentValue.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Map bodies in their three encodings: the canonical forms are read, every other form is refused.
 */
class MapBodiesTest {

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private static Document map(String key, DocumentValue value) {
    return new Document(List.of(Map.entry(new Text(key), value)));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatIsWrittenIsReadAgain(Dialect dialect) {
    List<DocumentValue> values =
        List.of(
            new Nil(),
            new Bool(true),
            Int.of(0),
            Int.of(127),
            Int.of(128),
            Int.of(255),
            Int.of(256),
            Int.of(65536),
            Int.of(1L << 32),
            new Int(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE)),
            Int.of(-1),
            Int.of(-32),
            Int.of(-33),
            Int.of(-129),
            Int.of(-32769),
            Int.of(Long.MIN_VALUE),
            new Real(1.5),
            new Text(""),
            new Text("x".repeat(31)),
            new Text("x".repeat(32)),
            new Text("x".repeat(256)),
            new Text("\u6f22"),
            new Bytes(new byte[] {(byte) 0xff}),
            new Bytes(hex("ff".repeat(300))),
            new Items(List.of(Int.of(1))),
            map("inner", new Nil()));

    for (DocumentValue value : values) {
      byte[] body = MapBodies.encode(map("k", value), dialect);
      assertThat(MapBodies.decode(body)).isEqualTo(map("k", value));
    }
    assertThat(MapBodies.decode(MapBodies.encode(map("all", new Items(values)), dialect)))
        .isEqualTo(map("all", new Items(values)));
  }

  @ParameterizedTest
  @CsvSource({
    "nothing, ''",
    "no map, 01",
    "a list, 9101",
    "a cut map, 81a161",
    "bytes after the map, 80 00",
    "two maps, 80 80",
    "a map of 2^32-1 entries, df ffffffff",
    "a list of 2^32-1 entries, 81 a161 dd ffffffff",
    "a text of 2^32-1 bytes, 81 a161 db ffffffff",
    "bytes of 2^32-1 bytes, 81 a161 c6 ffffffff",
    "integer 1 in two bytes, 81 a161 cc01",
    "integer 1 in nine bytes, 81 a161 cf0000000000000001",
    "positive integer in a signed form, 81 a161 d001",
    "negative integer in two bytes, 81 a161 d0ff",
    "32-bit float, 81 a161 ca3f800000",
    "short text with long length, 81 a161 da0001 61",
    "map with long length, de0000",
    "map of one with long length, de0001 a161 01",
    "list with long length, 81 a161 dc0000",
    "extension, 81 a161 d4 01 00",
    "timestamp extension, 81 a161 d6ff 00000000",
    "the unused byte, 81 a161 c1",
    "both dialects mixed, 82 a161 c40100 a162 da0020 4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c",
    "a key twice, 82 a161 01 a161 02",
    "a key twice as number and truth, 82 01 01 c3 02",
    "a key twice as number and float, 82 01 01 cb3ff0000000000000 02",
    "a list as key, 81 90 01",
    "a map as key, 81 80 01",
    "no UTF-8 in the newer dialect, 82 a161 a1ff a162 c40100"
  })
  void messagePackThatIsNotCanonicalIsRefused(String what, String body) {
    assertThatThrownBy(() -> MapBodies.decode(hex(body)))
        .as(what)
        .isInstanceOf(PackedFormatException.class);
  }

  /** In one transaction of 16 MiB there is room for 250 such bodies. */
  @Test
  void keysOfOneHashCodeCostNoTime() {
    int count = 6500;
    ByteBuffer body = ByteBuffer.allocate(3 + 10 * count);
    body.put((byte) 0xde).putShort((short) count);
    for (int i = 0; i < count; i++) {
      int half = 0x3fe00001 + 7 * i;
      body.put((byte) 0xcb).putInt(half).putInt(half ^ 0x1234567).put((byte) 0xc0);
    }

    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          for (int i = 0; i < 250; i++) {
            assertThat(MapBodies.decode(body.array()).entries()).hasSize(count);
          }
        });
  }

  @Test
  void nestingIsBounded() {
    assertThat(MapBodies.decode(hex("81a161" + "91".repeat(30) + "01"))).isNotNull();
    assertThatThrownBy(() -> MapBodies.decode(hex("81a161" + "91".repeat(40) + "01")))
        .isInstanceOf(PackedFormatException.class);
    assertThatThrownBy(() -> MapBodies.decode(hex("81a161" + "91".repeat(60000) + "01")))
        .isInstanceOf(PackedFormatException.class);
    assertThatThrownBy(() -> MapBodies.decode(hex("81a161".repeat(20000) + "01")))
        .isInstanceOf(PackedFormatException.class);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void nestingOf32IsAllowedAndOf33IsNot(Dialect dialect) {
    DocumentValue value = Int.of(1);
    for (int i = 1; i < DocumentValue.MAXIMUM_NESTING; i++) {
      value = new Items(List.of(value));
    }
    Document deepest = map("a", value);
    Document tooDeep = map("a", new Items(List.of(value)));

    assertThat(MapBodies.decode(MapBodies.encode(deepest, dialect))).isEqualTo(deepest);
    assertThatThrownBy(() -> MapBodies.encode(tooDeep, dialect))
        .isInstanceOf(PackedFormatException.class);
    assertThatThrownBy(() -> MapBodies.decode(hex("81a161" + "91".repeat(32) + "01")))
        .isInstanceOf(PackedFormatException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "empty, 05000000 00",
    "double, 10000000 01 6100 000000000000f43f 00",
    "text, 0e000000 02 6100 02000000 6200 00",
    "document, 0d000000 03 6100 05000000 00 00",
    "array, 14000000 04 6100 0c000000 10 3000 01000000 00 00",
    "binary, 0e000000 05 6100 01000000 00 ff 00",
    "boolean, 09000000 08 6100 01 00",
    "datetime, 10000000 09 6100 0000000000000000 00",
    "null, 08000000 0a 6100 00",
    "int32, 0c000000 10 6100 ffffffff 00",
    "int64, 10000000 12 6100 0000000001000000 00",
    "unsigned, 10000000 11 6100 0000000000000080 00"
  })
  void bsonIsRead(String what, String body) {
    assertThat(MapBodies.decode(hex(body)).entries())
        .as(what)
        .hasSize(what.equals("empty") ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({
    "size too small, 04000000 00",
    "text without zero byte, 0e000000 02 6100 02000000 6262 00",
    "text of length 0, 0c000000 02 6100 00000000 00",
    "text beyond the end, 0e000000 02 6100 ffffff7f 6200 00",
    "text that is not UTF-8, 0e000000 02 6100 02000000 ff00 00",
    "document beyond its parent, 0d000000 03 6100 06000000 00 00",
    "array with wrong key, 14000000 04 6100 0c000000 10 3100 01000000 00 00",
    "binary of another subtype, 0e000000 05 6100 01000000 02 ff 00",
    "boolean 2, 09000000 08 6100 02 00",
    "small number in 64 bits, 10000000 12 6100 0100000000000000 00",
    "small unsigned number, 10000000 11 6100 0100000000000000 00",
    "an object id, 14000000 07 6100 000000000000000000000000 00",
    "a key twice, 0b000000 0a 6100 0a 6100 00",
    "a key without end, 08000000 0a 6161 61",
    "bytes after the document, 05000000 00 00"
  })
  void bsonThatNoWriterMakesIsRefused(String what, String body) {
    assertThatThrownBy(() -> MapBodies.decode(hex(body)))
        .as(what)
        .isInstanceOf(PackedFormatException.class);
  }

  @Test
  void garbageIsRefusedOrReadButNothingElseHappens() {
    Random random = new Random(5);
    byte[] seed =
        MapBodies.encode(
            map("k", new Items(List.of(new Text("v"), Int.of(300), new Nil()))), Dialect.RAW);
    for (int i = 0; i < 20000; i++) {
      byte[] body = seed.clone();
      body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      try {
        assertThat(MapBodies.decode(body)).isNotNull();
      } catch (PackedFormatException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
  }
}
