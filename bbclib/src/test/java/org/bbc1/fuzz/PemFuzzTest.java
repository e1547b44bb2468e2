package org.bbc1.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bbc1.crypto.KeyPair;
import org.bbc1.crypto.PublicKey;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts with private keys, public keys and certificates; transaction format sections 8.4 and 8.5.
 */
class PemFuzzTest {

  static Stream<byte[]> seeds() {
    return Stream.of(Seeds.keys("pem"), Seeds.publicKeyTexts(), Seeds.certificateTexts())
        .flatMap(Function.identity());
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] text) throws Exception {
    KeyOracle.checkPair(text.length, () -> KeyPair.fromPem(text));
    String pem = new String(text, StandardCharsets.ISO_8859_1);
    KeyOracle.checkPublic(text.length, () -> PublicKey.fromPem(pem));
    KeyOracle.checkCertificate(text);
  }
}
