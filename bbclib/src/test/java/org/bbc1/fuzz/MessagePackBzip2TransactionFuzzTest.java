package org.bbc1.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * MessagePack transactions behind the header 5: what is mutated is the content of the bzip2 stream.
 */
class MessagePackBzip2TransactionFuzzTest {

  static Stream<byte[]> seeds() {
    return Seeds.contents("legacy-msgpack.json");
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] content) throws Exception {
    byte[] wire = Forms.withHeader(5, Forms.bzip2(content));
    TransactionOracle.check(wire, content.length + Forms.BZIP2_MEMORY);
  }
}
