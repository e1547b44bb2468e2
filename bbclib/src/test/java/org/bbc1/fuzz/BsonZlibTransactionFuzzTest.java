package org.bbc1.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** BSON transactions behind the header 3: what is mutated is the content of the zlib stream. */
class BsonZlibTransactionFuzzTest {

  static Stream<byte[]> seeds() {
    return Seeds.contents("legacy-bson.json");
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] content) throws Exception {
    byte[] wire = Forms.withHeader(3, Forms.zlib(content));
    TransactionOracle.check(wire, content.length);
  }
}
