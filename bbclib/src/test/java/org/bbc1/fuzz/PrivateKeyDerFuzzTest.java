package org.bbc1.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.bbc1.crypto.KeyPair;
import org.junit.jupiter.params.provider.MethodSource;

/** Private keys in DER, transaction format section 8.4. */
class PrivateKeyDerFuzzTest {

  static Stream<byte[]> seeds() {
    return Seeds.keys("der");
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] der) throws Exception {
    KeyOracle.checkPair(der.length, () -> KeyPair.fromDer(der));
  }
}
