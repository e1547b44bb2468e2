package org.bbc1.transaction.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bbc1.transaction.codec.DocumentValue.Bool;
import org.bbc1.transaction.codec.DocumentValue.Bytes;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.DocumentValue.Instant;
import org.bbc1.transaction.codec.DocumentValue.Int;
import org.bbc1.transaction.codec.DocumentValue.Items;
import org.bbc1.transaction.codec.DocumentValue.Nil;
import org.bbc1.transaction.codec.DocumentValue.Real;
import org.bbc1.transaction.codec.DocumentValue.Text;
import org.bbc1.transaction.codec.Documents.Decoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Whole documents: what a writer makes is read and told apart, anything else is refused. */
class DocumentsTest {

  private static final int NESTING = DocumentValue.MAXIMUM_NESTING;

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private static Document map(Object... keysAndValues) {
    List<Map.Entry<DocumentValue, DocumentValue>> entries = new ArrayList<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      DocumentValue key =
          keysAndValues[i] instanceof String text
              ? new Text(text)
              : (DocumentValue) keysAndValues[i];
      entries.add(Map.entry(key, (DocumentValue) keysAndValues[i + 1]));
    }
    return new Document(entries);
  }

  private static Decoded decode(byte[] content, DocumentEncoding encoding) {
    return decode(content, encoding, NESTING);
  }

  private static Decoded decode(byte[] content, DocumentEncoding encoding, int nesting) {
    return encoding == DocumentEncoding.BSON
        ? Documents.decodeBson(content, nesting)
        : Documents.decodeMessagePack(content, nesting);
  }

  private static void assertRefused(byte[] content, DocumentEncoding encoding) {
    assertThatThrownBy(() -> decode(content, encoding)).isInstanceOf(PackedFormatException.class);
  }

  private static final Document EVERYTHING =
      map(
          "nil", Nil.INSTANCE,
          "yes", new Bool(true),
          "no", new Bool(false),
          "zero", Int.of(0),
          "small", Int.of(-128),
          "largest of 32 bits", Int.of(Integer.MAX_VALUE),
          "smallest of 32 bits", Int.of(Integer.MIN_VALUE),
          "above 32 bits", Int.of(1L + Integer.MAX_VALUE),
          "below 32 bits", Int.of(-1L + Integer.MIN_VALUE),
          "largest of 63 bits", Int.of(Long.MAX_VALUE),
          "smallest of 64 bits", Int.of(Long.MIN_VALUE),
          "above 63 bits", new Int(BigInteger.ONE.shiftLeft(63)),
          "largest of 64 bits", new Int(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE)),
          "fraction", new Real(-1.5),
          "text", new Text("\u6f22\u5b57 \ud83d\ude00"),
          "long text", new Text("x".repeat(300)),
          "", new Text(""),
          "bytes", new Bytes(new byte[40]),
          "no bytes", new Bytes(new byte[0]),
          "list", new Items(List.of(Int.of(1), new Items(List.of()), map())),
          "map", map("inner", map("list", new Items(List.of(Nil.INSTANCE)))));

  @ParameterizedTest
  @EnumSource(names = {"BSON", "MSGPACK_BIN"})
  void everyValueComesBack(DocumentEncoding encoding) {
    byte[] content = Documents.encode(EVERYTHING, encoding);

    assertThat(decode(content, encoding)).isEqualTo(new Decoded(EVERYTHING, encoding));
  }

  @Test
  void theRawDialectGivesTextAsBytesButKeysAsText() {
    Document document =
        map(
            "text",
            new Text("a"),
            "list",
            new Items(List.of(new Text("b"))),
            "map",
            map("c", new Text("d")));
    byte[] content = Documents.encode(document, DocumentEncoding.MSGPACK_RAW);

    Decoded decoded = decode(content, DocumentEncoding.MSGPACK_RAW);

    assertThat(decoded.encoding()).isEqualTo(DocumentEncoding.MSGPACK_RAW);
    assertThat(decoded.document())
        .isEqualTo(
            map(
                "text",
                new Bytes(new byte[] {'a'}),
                "list",
                new Items(List.of(new Bytes(new byte[] {'b'}))),
                "map",
                map("c", new Bytes(new byte[] {'d'}))));
    assertThat(Documents.encode(decoded.document(), decoded.encoding())).isEqualTo(content);
  }

  @ParameterizedTest
  @CsvSource({
    "no bytes at all is raw, 81 a161 01, MSGPACK_RAW",
    "the text family only is raw, 82 a161 a162 a163 a3 ffffff, MSGPACK_RAW",
    "bytes are bin, 82 a161 a162 a163 c403 ffffff, MSGPACK_BIN",
    "empty bytes are bin, 81 a161 c400, MSGPACK_BIN",
    "bytes deep inside are bin, 81 a161 91 81 a162 c401 00, MSGPACK_BIN",
    "bytes as key are bin, 81 c401 61 01, MSGPACK_BIN"
  })
  void theDialectIsThatOfTheBytes(String what, String content, DocumentEncoding encoding) {
    assertThat(Documents.decodeMessagePack(hex(content), NESTING).encoding())
        .as(what)
        .isEqualTo(encoding);
  }

  @ParameterizedTest
  @CsvSource({
    "text of 40 bytes in the newer form and nothing else of it, 81 a161 d928",
    "text of 40 bytes in the older form beside bytes, 82 a162 c400 a161 da0028"
  })
  void dialectsAreNotMixed(String what, String start) {
    assertRefused(hex(start + "61".repeat(40)), DocumentEncoding.MSGPACK_BIN);
  }

  @ParameterizedTest
  @CsvSource({
    "BSON, string, 20000000 02 6100 ffffff7f 62",
    "BSON, string of 2^31 bytes, 20000000 02 6100 00000080 62",
    "BSON, bytes, 20000000 05 6100 ffffff7f 00 62",
    "BSON, bytes of negative size, 20000000 05 6100 ffffffff 00 62",
    "BSON, bytes of the old subtype, 20000000 05 6100 00000000 02 62",
    "BSON, document, 20000000 03 6100 ffffff7f 02",
    "BSON, array, 20000000 04 6100 ffffff7f 02",
    "BSON, program with scope, 20000000 0f 6100 ffffff7f ffffff7f",
    "BSON, symbol, 20000000 0e 6100 ffffff7f 62",
    "BSON, pointer, 20000000 0c 6100 ffffff7f 62",
    "BSON, regular expression, 20000000 0b 6100 6200",
    "MSGPACK_RAW, text, 81 a161 db ffffffff 62",
    "MSGPACK_RAW, text of 2 GiB less one, 81 a161 db 7fffffff 62",
    "MSGPACK_RAW, bytes, 81 a161 c6 7fffffff 62",
    "MSGPACK_RAW, list, 81 a161 dd 7fffffff 62",
    "MSGPACK_RAW, map, 81 a161 df 7fffffff 62",
    "MSGPACK_RAW, map at the top, df 7fffffff a161",
    "MSGPACK_RAW, extension, 81 a161 c9 7fffffff 00"
  })
  void lengthsOf2GibCostNoMemory(DocumentEncoding encoding, String what, String start) {
    byte[] content = Arrays.copyOf(hex(start), 32);
    assertRefused(content, encoding);
    long before = AllocatedMemory.ofThisThread();

    assertRefused(content, encoding);

    assertThat(AllocatedMemory.ofThisThread() - before).as(what).isLessThan(1 << 18);
  }

  @ParameterizedTest
  @EnumSource
  void nestingIsBoundedAsAsked(DocumentEncoding encoding) {
    byte[] deepest = Documents.encode(nested(NESTING), encoding);

    assertThat(decode(deepest, encoding).document()).isNotNull();
    assertThatThrownBy(() -> decode(deepest, encoding, NESTING - 1))
        .isInstanceOf(PackedFormatException.class);
    assertThatThrownBy(() -> Documents.encode(nested(NESTING + 1), encoding))
        .isInstanceOf(PackedFormatException.class);
    byte[] deeper = Documents.encode(nested(NESTING + 1), encoding, NESTING + 1);
    assertRefused(deeper, encoding);
    assertThat(decode(deeper, encoding, NESTING + 1).document()).isNotNull();
  }

  /** Lists and maps by turns. */
  private static Document nested(int depth) {
    DocumentValue value = Int.of(1);
    for (int i = 1; i < depth; i++) {
      value = i % 2 == 0 ? map("k", value) : new Items(List.of(value));
    }
    return map("k", value);
  }

  @Test
  void nestingOfManyThousandsIsRefusedWithoutHarm() {
    int depth = 50_000;
    int size = 5 + depth * 8;
    ByteBuffer bson = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < depth; i++) {
      bson.putInt(size - i * 8).put((byte) 3).put((byte) 'a').put((byte) 0);
    }
    bson.putInt(5);

    assertRefused(bson.array(), DocumentEncoding.BSON);
    assertRefused(hex("81a161".repeat(depth) + "c0"), DocumentEncoding.MSGPACK_RAW);
    assertRefused(hex("81a161" + "91".repeat(depth) + "c0"), DocumentEncoding.MSGPACK_RAW);
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheWholeDocumentIsRead(DocumentEncoding encoding) {
    byte[] content = Documents.encode(EVERYTHING, encoding);
    for (int length = 0; length < content.length; length++) {
      assertRefused(Arrays.copyOf(content, length), encoding);
    }
    assertRefused(Arrays.copyOf(content, content.length + 1), encoding);
  }

  @ParameterizedTest
  @EnumSource
  void whateverIsReadIsWrittenTheSameAgain(DocumentEncoding encoding) {
    byte[] content = Documents.encode(EVERYTHING, encoding);
    Random random = new Random(17);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = content.clone();
      for (int n = random.nextInt(3); n >= 0; n--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      try {
        Decoded decoded = decode(changed, encoding);
        assertThat(Documents.encode(decoded.document(), decoded.encoding())).isEqualTo(changed);
        read++;
      } catch (PackedFormatException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
    assertThat(read).isGreaterThan(100);
  }

  /** The most expensive documents for their size: very many very small values. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "MSGPACK_BIN")
  void memoryIsAFixedMultipleOfTheLength(DocumentEncoding encoding) {
    List<DocumentValue> smallest =
        List.of(
            Nil.INSTANCE,
            Int.of(7),
            Int.of(300),
            new Text(""),
            map(),
            new Items(List.of()),
            map("", Int.of(1)));
    for (DocumentValue value : smallest) {
      Document document =
          map("k", new Items(IntStream.range(0, 30_000).mapToObj(i -> value).toList()));
      byte[] content = Documents.encode(document, encoding);
      decode(content, encoding);
      long before = AllocatedMemory.ofThisThread();

      decode(content, encoding);

      assertThat(AllocatedMemory.ofThisThread() - before)
          .as("%s", value)
          .isLessThan(200L * content.length);
    }
  }

  @Test
  void manyKeysTakeAFixedMultipleOfTheirLength() {
    List<IntFunction<DocumentValue>> kinds =
        List.of(
            Int::of,
            i -> new Real(i),
            i -> new Real(Double.longBitsToDouble(0x7fe0_0000_0000_0000L + i)),
            i -> new Text(Integer.toString(i, 36)));
    for (IntFunction<DocumentValue> kind : kinds) {
      Document document =
          new Document(
              IntStream.range(0, 30_000)
                  .mapToObj(i -> Map.entry(kind.apply(i), (DocumentValue) Nil.INSTANCE))
                  .toList());
      byte[] content = Documents.encode(document, DocumentEncoding.MSGPACK_RAW);
      decode(content, DocumentEncoding.MSGPACK_RAW);
      long before = AllocatedMemory.ofThisThread();

      decode(content, DocumentEncoding.MSGPACK_RAW);

      assertThat(AllocatedMemory.ofThisThread() - before)
          .as("%s", kind.apply(1))
          .isLessThan(200L * content.length);
    }
  }

  @Test
  void keysThatAreOneNumberAreOneKey() {
    List<List<DocumentValue>> pairs =
        List.of(
            List.of(new Real(-0.0), Int.of(0)),
            List.of(new Real(0x1p63), new Int(BigInteger.ONE.shiftLeft(63))),
            List.of(new Bool(true), new Real(1)),
            List.of(new Real(1e300), new Real(1e300)));
    for (List<DocumentValue> pair : pairs) {
      assertThatThrownBy(() -> map(pair.get(0), Nil.INSTANCE, pair.get(1), Nil.INSTANCE))
          .as("%s", pair)
          .isInstanceOf(PackedFormatException.class);
    }
    assertThat(map(new Real(0.5), Nil.INSTANCE, Int.of(0), Nil.INSTANCE).entries()).hasSize(2);
    assertThat(map(new Text("1"), Nil.INSTANCE, Int.of(1), Nil.INSTANCE).entries()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "-2147483648, 10 6b00 00000080",
    "2147483647, 10 6b00 ffffff7f",
    "2147483648, 12 6b00 0000008000000000",
    "-2147483649, 12 6b00 ffffff7fffffffff",
    "9223372036854775807, 12 6b00 ffffffffffffff7f",
    "-9223372036854775808, 12 6b00 0000000000000080",
    "9223372036854775808, 11 6b00 0000000000000080",
    "18446744073709551615, 11 6b00 ffffffffffffffff"
  })
  void bsonIntegersTakeTheSmallestOfThreeTypes(BigInteger value, String element) {
    byte[] content = Documents.encode(map("k", new Int(value)), DocumentEncoding.BSON);
    byte[] expected = hex(element);

    assertThat(Arrays.copyOfRange(content, 4, content.length - 1)).isEqualTo(expected);
    assertThat(decode(content, DocumentEncoding.BSON).document())
        .isEqualTo(map("k", new Int(value)));
  }

  @Test
  void bsonKnowsPointsInTimeAndMessagePackDoesNot() {
    Document document = map("t", new Instant(-1));
    byte[] content = Documents.encode(document, DocumentEncoding.BSON);

    assertThat(content).isEqualTo(hex("10000000 09 7400 ffffffffffffffff 00"));
    assertThat(decode(content, DocumentEncoding.BSON).document()).isEqualTo(document);
    for (DocumentEncoding encoding :
        List.of(DocumentEncoding.MSGPACK_RAW, DocumentEncoding.MSGPACK_BIN)) {
      assertThatThrownBy(() -> Documents.encode(document, encoding))
          .isInstanceOf(PackedFormatException.class);
    }
  }

  @Test
  void bsonKeysThatAreNoTextBecomeTheirTextForm() {
    Document document =
        map(
            new Bytes(new byte[] {'b'}),
            Int.of(1),
            Int.of(-12),
            Int.of(2),
            new Bool(true),
            Int.of(3),
            new Bool(false),
            Int.of(4),
            Nil.INSTANCE,
            Int.of(5));

    byte[] content = Documents.encode(document, DocumentEncoding.BSON);

    assertThat(decode(content, DocumentEncoding.BSON).document())
        .isEqualTo(
            map(
                "b", Int.of(1), "-12", Int.of(2), "True", Int.of(3), "False", Int.of(4), "None",
                Int.of(5)));
  }

  @Test
  void whatBsonCannotSayIsRefused() {
    List<Document> documents =
        List.of(
            map("a\u0000b", Nil.INSTANCE),
            map(new Bytes(new byte[] {'a', 0}), Nil.INSTANCE),
            map(new Bytes(new byte[] {(byte) 0xff}), Nil.INSTANCE),
            map(new Real(0.5), Nil.INSTANCE),
            map(new Bytes(new byte[] {'a'}), Nil.INSTANCE, "a", Nil.INSTANCE),
            map(Int.of(1), Nil.INSTANCE, "1", Nil.INSTANCE),
            map("k", new Text("half a pair \ud800")),
            map("half a pair \udc00", Nil.INSTANCE));

    for (Document document : documents) {
      assertThatThrownBy(() -> Documents.encode(document, DocumentEncoding.BSON))
          .as("%s", document)
          .isInstanceOf(PackedFormatException.class);
    }
  }

  @Test
  void halfASurrogatePairIsWrittenInNoEncoding() {
    for (DocumentEncoding encoding : DocumentEncoding.values()) {
      assertThatThrownBy(() -> Documents.encode(map("k", new Text("\ud800x")), encoding))
          .isInstanceOf(PackedFormatException.class);
    }
  }

  @Test
  void aCharacterThatStandsForUnreadableOnesIsAnOrdinaryOne() {
    for (DocumentEncoding encoding : List.of(DocumentEncoding.BSON, DocumentEncoding.MSGPACK_BIN)) {
      Document withBytes = map("k", new Text("\ufffd"), "b", new Bytes(new byte[1]));
      assertThat(decode(Documents.encode(withBytes, encoding), encoding).document())
          .isEqualTo(withBytes);
    }
  }

  @Test
  void keysBecomeTextOnTopOfAnotherMap() {
    Document document = map(new Bytes(new byte[] {'a'}), Int.of(1), "b", Int.of(2));

    assertThat(document.withTextKeys(map("z", Int.of(0), "a", Int.of(9))))
        .isEqualTo(map("z", Int.of(0), "a", Int.of(1), "b", Int.of(2)));
    assertThatThrownBy(() -> map(new Bytes(new byte[] {-1}), Int.of(1)).withTextKeys())
        .isInstanceOf(PackedFormatException.class);
  }

  @Test
  void dialectsHaveTheirEncoding() {
    assertThat(DocumentEncoding.messagePack(Dialect.RAW)).isEqualTo(DocumentEncoding.MSGPACK_RAW);
    assertThat(DocumentEncoding.messagePack(Dialect.BIN)).isEqualTo(DocumentEncoding.MSGPACK_BIN);
  }

  @Test
  void emptyValuesOfADocumentTakeNoRoomOfTheirOwn() {
    byte[] content = HexFormat.of().parseHex("81a16b93a0a080");

    Document map = RawTexts.guess(Documents.decodeMessagePack(content, 32).document());

    assertThat(((Items) map.entries().get(0).getValue()).values())
        .satisfiesExactly(
            text -> assertThat(text).isSameAs(Text.EMPTY),
            text -> assertThat(text).isSameAs(Text.EMPTY),
            document -> assertThat(document).isEqualTo(Document.EMPTY));
  }
}
