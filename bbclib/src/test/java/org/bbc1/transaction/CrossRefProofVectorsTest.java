package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.transaction.Vectors.hex;

import jakarta.json.JsonObject;
import java.util.stream.Stream;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proofs that another domain has named a transaction, of the current format and of the binary one
 * before it.
 */
class CrossRefProofVectorsTest {

  static Stream<Named<JsonObject>> vectors() {
    return Vectors.of("crossref.json")
        .filter(vector -> !Vectors.has(vector, "format_type") || vector.getInt("format_type") == 0)
        .map(vector -> Named.of(vector.getString("id"), vector));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void provesOrDoesNot(JsonObject vector) {
    boolean proved =
        new CrossRefProof(SignatureEngines.fastest())
            .verify(
                DomainId.of(hex(vector, "domain_id")),
                TransactionId.of(hex(vector, "transaction_id")),
                hex(vector, "transaction_base_digest"),
                hex(vector, "cross_ref_data"),
                hex(vector, "sigdata"));

    assertThat(proved).isEqualTo(vector.getBoolean("expected"));
  }
}
