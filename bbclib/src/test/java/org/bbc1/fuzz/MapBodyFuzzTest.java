package org.bbc1.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bbc1.transaction.codec.DocumentEncoding;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.Documents;
import org.bbc1.transaction.codec.MapBodies;
import org.bbc1.transaction.codec.PackedFormatException;
import org.junit.jupiter.params.provider.MethodSource;

/** Map bodies of assets, whose encoding is told by their bytes; transaction format section 4.3. */
class MapBodyFuzzTest {

  static Stream<byte[]> seeds() {
    return Stream.concat(Seeds.contents("legacy-bson.json"), Seeds.contents("legacy-msgpack.json"));
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] body) throws Exception {
    Document document;
    try {
      document =
          Allocation.bounded(body.length, DocumentOracle.FACTOR, () -> MapBodies.decode(body));
    } catch (PackedFormatException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
      return;
    }
    assertThat(document.entries()).doesNotContainNull();
    assertThat(encodings(document)).contains(body);
  }

  private static List<byte[]> encodings(Document document) {
    List<byte[]> encodings = new ArrayList<>();
    for (DocumentEncoding encoding : DocumentEncoding.values()) {
      try {
        encodings.add(Documents.encode(document, encoding));
      } catch (PackedFormatException notExpressible) {
        assertThat(notExpressible.getMessage()).isNotEmpty();
      }
    }
    return encodings;
  }
}
