package org.bbc1.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole serialised transactions, so that the header is mutated too. */
class WireFuzzTest {

  static Stream<byte[]> seeds() {
    return Seeds.transactions(0, 1, 2, 3, 4, 5, 6, 16);
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] wire) throws Exception {
    TransactionOracle.check(wire, Forms.largestContent(wire.length) + Forms.BZIP2_MEMORY);
  }
}
