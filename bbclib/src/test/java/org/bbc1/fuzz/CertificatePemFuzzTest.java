package org.bbc1.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts with X.509 certificates, transaction format section 8.5. */
class CertificatePemFuzzTest {

  static Stream<byte[]> seeds() {
    return Seeds.certificateTexts();
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] text) throws Exception {
    KeyOracle.checkCertificate(text);
  }
}
