package org.bbc1.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** X.509 certificates; what is mutated is the structure inside the PEM block. */
class CertificateFuzzTest {

  static Stream<byte[]> seeds() {
    return Seeds.certificates();
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] der) throws Exception {
    String lines = Base64.getMimeEncoder().encodeToString(der);
    String pem = "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    KeyOracle.checkCertificate(pem.getBytes(StandardCharsets.US_ASCII));
  }
}
