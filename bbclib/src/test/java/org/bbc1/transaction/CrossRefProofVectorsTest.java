package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.transaction.Vectors.has;
import static org.bbc1.transaction.Vectors.hex;

import jakarta.json.JsonObject;
import java.util.stream.Stream;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.codec.Dialect;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proofs that another domain has named a transaction, in every format of the carrier. */
class CrossRefProofVectorsTest {

  private final CrossRefProof proof = new CrossRefProof(SignatureEngines.fastest());

  static Stream<Named<JsonObject>> vectors() {
    return Vectors.of("crossref.json").map(vector -> Named.of(vector.getString("id"), vector));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void provesOrDoesNot(JsonObject vector) {
    assertThat(isProved(vector)).isEqualTo(vector.getBoolean("expected"));
  }

  /** An id that is none can be asked for in the original only; nothing proves it. */
  private boolean isProved(JsonObject vector) {
    return hex(vector, "domain_id").length == DomainId.FULL_LENGTH
        && TransactionId.FULL_LENGTH >= hex(vector, "transaction_id").length
        && hex(vector, "transaction_id").length > 0
        && isProvedOfIds(vector);
  }

  private boolean isProvedOfIds(JsonObject vector) {
    DomainId domainId = DomainId.of(hex(vector, "domain_id"));
    TransactionId transactionId = TransactionId.of(hex(vector, "transaction_id"));
    byte[] baseDigest = hex(vector, "transaction_base_digest");
    byte[] crossRef = hex(vector, "cross_ref_data");
    byte[] signature = hex(vector, "sigdata");
    if (!has(vector, "format_type")) {
      return proof.verify(domainId, transactionId, baseDigest, crossRef, signature);
    }
    FormatType format = FormatType.ofNumber(vector.getInt("format_type"));
    return has(vector, "msgpack_dialect")
        ? proof.verify(
            domainId, transactionId, baseDigest, crossRef, signature, format, dialect(vector))
        : proof.verify(domainId, transactionId, baseDigest, crossRef, signature, format);
  }

  private static Dialect dialect(JsonObject vector) {
    return "bin".equals(vector.getString("msgpack_dialect")) ? Dialect.BIN : Dialect.RAW;
  }
}
