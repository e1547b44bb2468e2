package org.bbc1.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.bbc1.transaction.codec.Documents;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole BSON documents, transaction format section 5.4. */
class BsonDocumentFuzzTest {

  static Stream<byte[]> seeds() {
    return Seeds.contents("legacy-bson.json");
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] content) throws Exception {
    DocumentOracle.check(content, () -> Documents.decodeBson(content, DocumentOracle.NESTING));
  }
}
