package org.bbc1.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The stream behind the header 0x0010, damaged as streams can be. */
class ZlibStreamFuzzTest {

  static Stream<byte[]> seeds() {
    return Seeds.transactions(0x0010).map(Seeds::content);
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] stream) throws Exception {
    TransactionOracle.check(Forms.withHeader(0x0010, stream), Forms.largestContent(stream.length));
  }
}
