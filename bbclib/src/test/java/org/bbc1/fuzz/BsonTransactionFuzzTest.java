package org.bbc1.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** BSON transactions behind the header 1; transaction format section 5.2. */
class BsonTransactionFuzzTest {

  static Stream<byte[]> seeds() {
    return Seeds.contents("legacy-bson.json");
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] content) throws Exception {
    byte[] wire = Forms.withHeader(1, content);
    TransactionOracle.check(wire, wire.length);
  }
}
