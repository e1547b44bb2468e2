package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.transaction.Vectors.has;
import static org.bbc1.transaction.Vectors.hex;

import jakarta.json.JsonObject;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Transactions of the current format: built from their inputs, and read. */
class CurrentVectorsTest {

  static Stream<Named<JsonObject>> vectors() {
    return ExpectedValues.vectors("current.json", "current-large.json");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void buildingFromInputsGivesTheExpectedTransaction(JsonObject vector) {
    assertIsExpected(vector, new VectorInputs(vector).build());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void readingGivesTheExpectedTransactionAndTheSameBytesAgain(JsonObject vector) {
    byte[] wire = wire(vector);

    Transaction read = Transaction.read(wire);

    assertIsExpected(vector, read);
    assertThat(read).isEqualTo(new VectorInputs(vector).build());
    assertThat(read.wireFormat().header()).isEqualTo(vector.getInt("wire_format"));
    assertThat(read.formatType()).isNull();
    assertThat(read.serialize()).isEqualTo(wire);
    for (WireFormat format : List.of(WireFormat.PLAIN, WireFormat.ZLIB)) {
      Transaction again = Transaction.read(read.serialize(format));
      assertThat(again).isEqualTo(read);
      assertThat(again.transactionId()).isEqualTo(read.transactionId());
    }
  }

  private static void assertIsExpected(JsonObject vector, Transaction transaction) {
    ExpectedValues expected = new ExpectedValues(vector, transaction);
    expected.assertAll();
    expected.assertAssetPreimages();
    assertThat(hex(transaction.packed()))
        .isEqualTo(vector.getJsonObject("expected").getString("packed"));
    assertThat(transaction.content()).isEqualTo(transaction.packed());
  }

  private static byte[] wire(JsonObject vector) {
    JsonObject expected = vector.getJsonObject("expected");
    return has(expected, "wire")
        ? hex(expected, "wire")
        : HexFormat.of().parseHex("0000" + expected.getString("packed"));
  }
}
