package org.bbc1.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** MessagePack transactions behind the header 4; transaction format section 5.2. */
class MessagePackTransactionFuzzTest {

  static Stream<byte[]> seeds() {
    return Seeds.contents("legacy-msgpack.json");
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] content) throws Exception {
    byte[] wire = Forms.withHeader(4, content);
    TransactionOracle.check(wire, wire.length);
  }
}
