package org.bbc1.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MsgPackHostileInputTest {

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static Message decode(String text) throws Exception {
    return MsgPackCodec.decode(hex(text)).message();
  }

  @Test
  void everyTruncationOfAFrameIsUndecodable() {
    ClientFrameVectors.frames()
        .map(ClientFrameVectors.Frame::plainBody)
        .forEach(
            body -> {
              for (int length = 0; length < body.length; length++) {
                byte[] cut = Arrays.copyOf(body, length);
                assertThatExceptionOfType(MessageCodecException.class)
                    .isThrownBy(() -> MsgPackCodec.decode(cut));
              }
            });
  }

  @Test
  void flippedBytesNeverFailInAnUnforeseenWay() {
    Random random = new Random(20);
    ClientFrameVectors.frames()
        .map(ClientFrameVectors.Frame::plainBody)
        .forEach(
            body -> {
              for (int round = 0; round < 500; round++) {
                byte[] damaged = body.clone();
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                assertThatNoException().isThrownBy(() -> decodeOrRefuse(damaged));
              }
            });
  }

  private static void decodeOrRefuse(byte[] body) {
    try {
      MsgPackCodec.encode(MsgPackCodec.decode(body).message());
    } catch (MessageCodecException | NotAMapException refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
    }
  }

  @Test
  void bytesAfterTheMapAreUndecodable() {
    assertThatExceptionOfType(MessageCodecException.class).isThrownBy(() -> decode("80 c0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"c0", "05", "c3", "a161", "90", "cb3ff0000000000000", "d40100"})
  void wellFormedValueThatIsNoMapIsToldApartFromGarbage(String body) {
    assertThatExceptionOfType(NotAMapException.class).isThrownBy(() -> decode(body));
  }

  @Test
  void wellFormedValueThatIsNoMapButHasATailIsUndecodable() {
    assertThatExceptionOfType(MessageCodecException.class).isThrownBy(() -> decode("c0 c0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dfffffffff",
        "df7fffffff",
        "81 c40400000075 dfffffffff",
        "81 c4040000000c ddffffffff",
        "81 c4040000000c dd7fffffff",
        "81 c4040000000c c6ffffffff",
        "81 c4040000000c c67fffffff 00",
        "81 c4040000000c db7fffffff",
        "81 c4040000000c dbffffffff",
        "81 c4040000000c c97fffffff01",
        "81 c4040000000c c9ffffffff01",
        "81 c6ffffffff"
      })
  void giantAnnouncementsAreRefusedBeforeAnythingIsAllocated(String body) {
    assertThatExceptionOfType(MessageCodecException.class).isThrownBy(() -> decode(body));
  }

  @Test
  void neverUsedFormatByteIsUndecodable() {
    assertThatExceptionOfType(MessageCodecException.class).isThrownBy(() -> decode("c1"));
  }

  @Test
  void emptyBodyIsUndecodable() {
    assertThatExceptionOfType(MessageCodecException.class).isThrownBy(() -> decode(""));
  }

  @Test
  void nestingIsBounded() {
    String key = "c4040000000c";
    String deepest = "81" + key + "91".repeat(30) + "90";
    String tooDeep = "81" + key + "91".repeat(31) + "90";

    assertThatNoException().isThrownBy(() -> decode(deepest));
    assertThatExceptionOfType(MessageCodecException.class).isThrownBy(() -> decode(tooDeep));
    assertThatExceptionOfType(MessageCodecException.class)
        .isThrownBy(() -> decode("91".repeat(100_000) + "90"));
    assertThatExceptionOfType(MessageCodecException.class)
        .isThrownBy(() -> decode("81c0".repeat(100_000) + "c0"));
  }

  @Test
  void numberOfValuesIsBounded() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(hex("81 c4040000000c dd00200000"));
    body.writeBytes(new byte[0x200000]);

    assertThatExceptionOfType(MessageCodecException.class)
        .isThrownBy(() -> MsgPackCodec.decode(body.toByteArray()));
  }

  @Test
  void ofDuplicateKeysTheLastWins() throws Exception {
    assertThat(decode("82 c40400000000 01 c40400000000 02").integer(KeyType.STATUS)).isEqualTo(2);
    assertThat(decode("82 c40400000000 01 a400000000 02").integer(KeyType.STATUS)).isEqualTo(2);
  }

  @Test
  void ofDuplicateKeysInAnInnerMapTheLastWins() throws Exception {
    Message message = decode("81 c40400000075 82 c40107 c40101 c40107 c40102");

    assertThat(message.bytesMap(KeyType.ALL_ASSET_FILES, org.bbc1.id.AssetId::of))
        .containsExactly(
            org.assertj.core.api.Assertions.entry(
                org.bbc1.id.AssetId.of(new byte[] {7}), new byte[] {2}));
  }

  @Test
  void keysOfOtherTypesAndLengthsAreIgnored() throws Exception {
    Message message = decode("85 05 01 c0 02 c403000000 03 a5 0000000009 04 c40400000000 05");

    assertThat(message.size()).isEqualTo(1);
    assertThat(message.integer(KeyType.STATUS)).isEqualTo(5);
  }

  /** Keys chosen for one hash code, of several types so that comparing them does not help. */
  @Test
  void mapKeysOfOneHashCodeCostNoTime() throws Exception {
    int count = 120_000;
    ByteBuffer body = ByteBuffer.allocate(16 + count * 43);
    body.put(hex("81 c404 0000000c df")).putInt(count);
    for (int i = 0; i < count; i++) {
      if (i % 3 == 0) {
        int half = 0x3fe00001 + 7 * i;
        body.put((byte) 0xcb).putInt(half).putInt(half ^ 0x1234567);
      } else {
        body.put(hex(i % 3 == 1 ? "c428" : "d928")).put(ofOneHashCode(i));
      }
      body.put((byte) 0xc0);
    }

    Message message =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10),
            () -> MsgPackCodec.decode(body.array(), 0, body.position()).message());

    assertThat(message.get(KeyType.MESSAGE))
        .isInstanceOfSatisfying(
            Value.MapValue.class, map -> assertThat(map.entries()).hasSize(count));
  }

  /** 40 bytes; "AB" and "B#" count the same in a polynomial of 31. */
  private static byte[] ofOneHashCode(int number) {
    byte[] bytes = new byte[40];
    for (int bit = 0; bit < 20; bit++) {
      boolean set = (number >> bit & 1) == 1;
      bytes[2 * bit] = (byte) (set ? 'B' : 'A');
      bytes[2 * bit + 1] = (byte) (set ? '#' : 'B');
    }
    return bytes;
  }

  @Test
  void containerAsAKeyIsUndecodable() {
    assertThatExceptionOfType(MessageCodecException.class).isThrownBy(() -> decode("81 90 01"));
  }

  @Test
  void everyStringTypeServesAsBytes() throws Exception {
    String id = "ff".repeat(32);
    for (String form :
        new String[] {"c420", "c50020", "c600000020", "d920", "da0020", "db00000020"}) {
      for (String key :
          new String[] {"c40400000061", "a400000061", "d90400000061", "da000400000061"}) {
        assertThat(decode("81" + key + form + id).bytes(KeyType.TRANSACTION_ID))
            .hasSize(32)
            .containsOnly(0xff);
      }
    }
  }

  @Test
  void textThatIsNoUtf8IsReadAsBytesAndNeverForwardedAsText() throws Exception {
    DecodedMessage decoded = MsgPackCodec.decode(hex("81 c4040000000c a3 ff00fe"));

    assertThat(decoded.message().bytes(KeyType.MESSAGE)).isEqualTo(hex("ff00fe"));
    assertThat(MsgPackCodec.encode(decoded.message()))
        .isEqualTo(hex("81 c4040000000c c403 ff00fe"));
  }

  @Test
  void textOfARawDialectSenderIsForwardedAsBin() throws Exception {
    Message message = decode("81 a40000000c a568656c6c6f");

    assertThat(MsgPackCodec.encode(message)).isEqualTo(hex("81 c4040000000c c40568656c6c6f"));
  }

  @Test
  void textInAnUnknownFieldIsForwardedAsTextAndInAKnownFieldAsBin() throws Exception {
    Message message = decode("82 c40400000fff a16b c40400000001 a172");

    assertThat(message.unknownFields()).containsOnlyKeys(0xfff);
    assertThat(MsgPackCodec.encode(message))
        .isEqualTo(hex("82 c40400000fff a16b c40400000001 c40172"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00",
        "7f",
        "cc80",
        "ccff",
        "cd0100",
        "cdffff",
        "ce00010000",
        "ceffffffff",
        "cf0000000100000000",
        "cf7fffffffffffffff",
        "cf8000000000000000",
        "cfffffffffffffffff",
        "ff",
        "e0",
        "d0df",
        "d080",
        "d1ff7f",
        "d18000",
        "d2ffff7fff",
        "d280000000",
        "d3ffffffff7fffffff",
        "d38000000000000000",
        "c0",
        "c2",
        "c3",
        "ca3fc00000",
        "cb3ff8000000000000",
        "d405aa",
        "d505aaaa",
        "d605aaaaaaaa",
        "c70305aaaaaa",
        "c70005",
        "d705aaaaaaaaaaaaaaaa",
        "d805aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void scalarsComeOutInTheSmallestFormAsTheyCameIn(String value) throws Exception {
    String body = "81 c4040000000c" + value;

    assertThat(MsgPackCodec.encode(decode(body))).isEqualTo(hex(body));
  }

  @Test
  void integersAbove63BitsKeepTheirValue() throws Exception {
    Value value = decode("81 c4040000000c cfffffffffffffffff").get(KeyType.MESSAGE);

    assertThat(value).isInstanceOf(Value.Int.class);
    assertThat(((Value.Int) value).bigInteger())
        .isEqualTo(BigInteger.TWO.pow(64).subtract(BigInteger.ONE));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 31, 32, 255, 256, 65535, 65536, 100_000})
  void lengthsAtTheBordersOfTheFormsSurvive(int length) throws Exception {
    byte[] content = new byte[length];
    Arrays.fill(content, (byte) 'x');
    Message message =
        Message.builder()
            .put(KeyType.TRANSACTION_DATA, content)
            .put(KeyType.MESSAGE, new Value.Text(new String(content, StandardCharsets.UTF_8)))
            .put(KeyType.TRANSACTIONS, java.util.Collections.nCopies(length, new byte[] {1}))
            .build();

    assertThat(MsgPackCodec.decode(MsgPackCodec.encode(message)).message()).isEqualTo(message);
    assertThat(MsgPackCodec.decode(MsgPackCodec.encode(message, Dialect.BIN)).message())
        .isEqualTo(message);
    assertThat(
            MsgPackCodec.decode(MsgPackCodec.encode(message, Dialect.RAW))
                .message()
                .bytes(KeyType.MESSAGE))
        .isEqualTo(content);
  }
}
