package org.bbc1.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.bbc1.crypto.KeyPair;
import org.junit.jupiter.params.provider.MethodSource;

/** Private keys in PEM, transaction format section 8.4. */
class PrivateKeyPemFuzzTest {

  static Stream<byte[]> seeds() {
    return Seeds.keys("pem");
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] text) throws Exception {
    KeyOracle.checkPair(text.length, () -> KeyPair.fromPem(text));
  }
}
