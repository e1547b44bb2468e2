package org.bbc1.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.bbc1.transaction.codec.Documents;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents in BSON and MessagePack: whole ones and map bodies, whose encoding is told by their
 * bytes; transaction format sections 4.3, 5.4 and 5.5.
 */
class DocumentFuzzTest {

  static Stream<byte[]> seeds() {
    return Stream.concat(Seeds.contents("legacy-bson.json"), Seeds.contents("legacy-msgpack.json"));
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] content) throws Exception {
    DocumentOracle.check(content, () -> Documents.decodeBson(content, DocumentOracle.NESTING));
    DocumentOracle.check(
        content, () -> Documents.decodeMessagePack(content, DocumentOracle.NESTING));
    DocumentOracle.checkBody(content);
  }
}
