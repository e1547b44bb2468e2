package org.bbc1.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.bbc1.crypto.KeyPair;
import org.bbc1.crypto.PublicKey;
import org.junit.jupiter.params.provider.MethodSource;

/** Private and public keys in DER, transaction format section 8.4. */
class DerFuzzTest {

  static Stream<byte[]> seeds() {
    return Stream.concat(Seeds.keys("der"), Seeds.publicKeys());
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] der) throws Exception {
    KeyOracle.checkPair(der.length, () -> KeyPair.fromDer(der));
    PublicKey key = KeyOracle.checkPublic(der.length, () -> PublicKey.fromDer(der));
    if (key != null) {
      assertThat(PublicKey.of(key.curve(), key.encoded(true))).isEqualTo(key);
    }
  }
}
