package org.bbc1.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Packed transactions behind the header 0x0010: what is mutated is the content. */
class ZlibTransactionFuzzTest {

  static Stream<byte[]> seeds() {
    return Seeds.transactions(0x0000).map(Seeds::content);
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] content) throws Exception {
    byte[] wire = Forms.withHeader(0x0010, Forms.zlib(content));
    TransactionOracle.check(wire, content.length);
  }
}
