package org.bbc1.transaction.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.transaction.Vectors.hex;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.bbc1.transaction.Vectors;
import org.bbc1.transaction.codec.Documents.Decoded;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents of the golden vectors, each in the encoding and compression it names. */
class LegacyDocumentVectorsTest {

  private static final int HEADER_SIZE = 2;
  private static final int LIMIT = 1 << 20;

  static Stream<Named<JsonObject>> vectors() {
    return Stream.of("legacy-bson.json", "legacy-msgpack.json")
        .flatMap(Vectors::of)
        .map(vector -> Named.of(vector.getString("id"), vector));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void isReadAndWrittenTheSameAgain(JsonObject vector) {
    int format = vector.getInt("format_type");
    byte[] wire = hex(vector.getJsonObject("expected"), "wire");

    byte[] content = compression(format).decompress(wire, HEADER_SIZE, LIMIT);
    Decoded decoded =
        format < 4
            ? Documents.decodeBson(content, DocumentValue.MAXIMUM_NESTING)
            : Documents.decodeMessagePack(content, DocumentValue.MAXIMUM_NESTING);

    if (Vectors.has(vector.getJsonObject("expected"), "body")) {
      assertThat(content).isEqualTo(hex(vector.getJsonObject("expected"), "body"));
    }
    assertThat(decoded.encoding()).isEqualTo(encoding(vector));
    assertThat(Documents.encode(decoded.document(), decoded.encoding())).isEqualTo(content);
    assertThat(compression(format).compress(Arrays.copyOf(wire, HEADER_SIZE), content, 0))
        .startsWith(Arrays.copyOf(wire, HEADER_SIZE + 2));
  }

  private static Compression compression(int format) {
    return switch (format % 3) {
      case 0 -> Compression.ZLIB;
      case 1 -> Compression.NONE;
      default -> Compression.BZIP2;
    };
  }

  private static DocumentEncoding encoding(JsonObject vector) {
    return Vectors.has(vector, "msgpack_dialect")
        ? DocumentEncoding.messagePack(
            Dialect.valueOf(vector.getString("msgpack_dialect").toUpperCase(Locale.ROOT)))
        : DocumentEncoding.BSON;
  }
}
