package org.bbc1.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The stream behind the headers 2 and 5, damaged as streams can be. */
class Bzip2StreamFuzzTest {

  static Stream<byte[]> seeds() {
    return Seeds.transactions(2, 5).map(Seeds::content);
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] stream) throws Exception {
    for (int header : new int[] {2, 5}) {
      TransactionOracle.check(
          Forms.withHeader(header, stream),
          Forms.largestContent(stream.length) + Forms.BZIP2_MEMORY);
    }
  }
}
