package org.bbc1.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** BSON transactions behind the header 2: what is mutated is the content of the bzip2 stream. */
class BsonBzip2TransactionFuzzTest {

  static Stream<byte[]> seeds() {
    return Seeds.contents("legacy-bson.json");
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] content) throws Exception {
    byte[] wire = Forms.withHeader(2, Forms.bzip2(content));
    TransactionOracle.check(wire, content.length + Forms.BZIP2_MEMORY);
  }
}
