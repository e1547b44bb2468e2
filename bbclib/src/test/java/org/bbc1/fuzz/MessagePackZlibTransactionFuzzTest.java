package org.bbc1.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * MessagePack transactions behind the header 6: what is mutated is the content of the zlib stream.
 */
class MessagePackZlibTransactionFuzzTest {

  static Stream<byte[]> seeds() {
    return Seeds.contents("legacy-msgpack.json");
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] content) throws Exception {
    byte[] wire = Forms.withHeader(6, Forms.zlib(content));
    TransactionOracle.check(wire, content.length);
  }
}
