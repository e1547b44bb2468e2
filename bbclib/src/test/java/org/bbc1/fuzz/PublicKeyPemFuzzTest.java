package org.bbc1.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.bbc1.crypto.PublicKey;
import org.junit.jupiter.params.provider.MethodSource;

/** Public keys in PEM, transaction format section 8.4. */
class PublicKeyPemFuzzTest {

  static Stream<byte[]> seeds() {
    return Seeds.publicKeyTexts();
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] text) throws Exception {
    String pem = new String(text, StandardCharsets.ISO_8859_1);
    KeyOracle.checkPublic(text.length, () -> PublicKey.fromPem(pem));
  }
}
