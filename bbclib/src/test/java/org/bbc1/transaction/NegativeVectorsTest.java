package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bbc1.transaction.Vectors.array;
import static org.bbc1.transaction.Vectors.hex;

import jakarta.json.JsonObject;
import java.util.stream.Stream;
import org.bbc1.crypto.SignatureEngine;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.transaction.TransactionValidator.Mode;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged, forged, oversized and odd input gets the verdict it must get. */
class NegativeVectorsTest {

  static Stream<Named<JsonObject>> vectors() {
    return Vectors.of("negative.json").map(vector -> Named.of(vector.getString("id"), vector));
  }

  private static String verdict(JsonObject vector) {
    return vector.getJsonObject("expected").getString("verdict");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void getsItsVerdict(JsonObject vector) {
    byte[] wire = hex(vector, "wire");
    switch (verdict(vector)) {
      case "MALFORMED" ->
          assertThatThrownBy(() -> Transaction.read(wire))
              .isInstanceOf(TransactionFormatException.class);
      case "MALFORMED_OR_INVALID" -> assertThat(isRefusedOrInvalid(vector, wire)).isTrue();
      case "INVALID" -> assertThat(isValid(vector, Transaction.read(wire))).isFalse();
      case "VALID" -> assertValid(vector, Transaction.read(wire));
      default -> throw new IllegalArgumentException(verdict(vector));
    }
  }

  private static boolean isRefusedOrInvalid(JsonObject vector, byte[] wire) {
    try {
      return !isValid(vector, Transaction.read(wire));
    } catch (TransactionFormatException e) {
      return true;
    }
  }

  private static boolean isValid(JsonObject vector, Transaction transaction) {
    Mode mode =
        vector.getString("base", "").startsWith("leg-") || !transaction.wireFormat().isPacked()
            ? Mode.LEGACY
            : Mode.CURRENT;
    boolean valid = isValid(SignatureEngines.bouncyCastle(), mode, transaction);
    assertThat(isValid(SignatureEngines.fastest(), mode, transaction)).isEqualTo(valid);
    return valid;
  }

  private static boolean isValid(SignatureEngine engine, Mode mode, Transaction transaction) {
    return new TransactionValidator(engine, mode).validate(transaction).valid();
  }

  private static void assertValid(JsonObject vector, Transaction transaction) {
    assertThat(isValid(vector, transaction)).isTrue();
    assertThat(transaction.serialize()).isEqualTo(hex(vector, "wire"));
    for (JsonObject check :
        array(vector.getJsonObject("expected"), "asset_id_check").getValuesAs(JsonObject.class)) {
      assertThat(AssetIdCheck.check(transaction))
          .anySatisfy(
              finding -> {
                assertThat(finding.path()).isEqualTo(check.getString("path"));
                assertThat(finding.outcome() == AssetIdCheck.Outcome.OK)
                    .isEqualTo(check.getBoolean("ok"));
              });
    }
  }
}
