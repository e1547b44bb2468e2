package org.bbc1.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.transaction.Vectors.has;
import static org.bbc1.transaction.Vectors.hex;

import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.stream.Stream;
import org.bbc1.crypto.CertificateImport.Accepted;
import org.bbc1.transaction.Vectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** X.509 import, at the time of the system: the vectors are made for that. */
class CertificateVectorsTest {

  static Stream<Named<JsonObject>> vectors() {
    return Vectors.array(Vectors.file("keypair.json"), "certificates")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(vector -> Named.of(vector.getString("id"), vector));
  }

  private static CertificateImport read(JsonObject vector) {
    CertificateImporter importer = new CertificateImporter(Clock.systemUTC());
    String certificate = vector.getString("certificate_pem");
    return has(vector, "private_key_pem")
        ? importer.read(certificate, vector.getString("private_key_pem"))
        : importer.read(certificate);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void takesOrRefuses(JsonObject vector) {
    JsonObject expected = vector.getJsonObject("expected");
    CertificateImport answer = read(vector);

    assertThat(answer.isAccepted()).isEqualTo(expected.getBoolean("result"));
    if (answer instanceof Accepted accepted) {
      assertThat(accepted.publicKey().curve().keyType()).isEqualTo(expected.getInt("key_type"));
      assertThat(hex(accepted.publicKey().encoded(false)))
          .isEqualTo(expected.getString("public_key"));
      assertThat(accepted.keyPair().isPresent()).isEqualTo(has(vector, "private_key_pem"));
      accepted
          .keyPair()
          .ifPresent(pair -> assertThat(pair.publicPart()).isEqualTo(accepted.publicKey()));
    }
  }
}
