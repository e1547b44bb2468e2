package org.bbc1.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The stream behind the headers 0x0010, 3 and 6, damaged as streams can be. */
class ZlibStreamFuzzTest {

  static Stream<byte[]> seeds() {
    return Seeds.transactions(0x0010, 3, 6).map(Seeds::content);
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] stream) throws Exception {
    for (int header : new int[] {0x0010, 3, 6}) {
      TransactionOracle.check(
          Forms.withHeader(header, stream), Forms.largestContent(stream.length));
    }
  }
}
