package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.transaction.Vectors.has;
import static org.bbc1.transaction.Vectors.hex;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Transactions of the legacy formats 0 to 6: built from their inputs, and read. */
class LegacyVectorsTest {

  static Stream<Named<JsonObject>> vectors() {
    return ExpectedValues.vectors("legacy-binary.json", "legacy-bson.json", "legacy-msgpack.json");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void buildingFromInputsGivesTheExpectedTransaction(JsonObject vector) {
    VectorInputs inputs = new VectorInputs(vector);

    Transaction built = inputs.build();

    ExpectedValues expected = new ExpectedValues(vector, built);
    expected.assertAll();
    expected.assertAssetPreimages();
    assertThat(built.formatType().number()).isEqualTo(vector.getInt("format_type"));
    assertThat(hex(built.content())).isEqualTo(content(vector));
    assertThat(Transaction.read(built.serialize())).isEqualTo(built);
    inputs.assertBodySizes(built);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void readingGivesTheExpectedTransactionAndTheSameBytesAgain(JsonObject vector) {
    byte[] wire = hex(vector.getJsonObject("expected"), "wire");

    Transaction read = Transaction.read(wire);

    new ExpectedValues(vector, read).assertAll();
    assertThat(hex(read.content())).isEqualTo(content(vector));
    assertThat(read).isEqualTo(new VectorInputs(vector).build());
    assertThat(read.serialize()).isEqualTo(wire);
    assertThat(read.wireFormat().header()).isEqualTo(vector.getInt("format_type"));
    if (!read.wireFormat().isPacked()) {
      assertThat(read.formatType().number()).isEqualTo(vector.getInt("format_type"));
      assertThat(read.dialect()).isEqualTo(VectorInputs.dialect(vector));
      for (WireFormat format : WireFormat.values()) {
        assertThat(read.serialize(format)).isEqualTo(wire);
      }
      new VectorInputs(vector).assertBodySizes(read);
    }
  }

  /** The content before compression; of formats without compression it is in the wire bytes. */
  private static String content(JsonObject vector) {
    JsonObject expected = vector.getJsonObject("expected");
    byte[] wire = hex(expected, "wire");
    return has(expected, "body")
        ? expected.getString("body")
        : hex(Arrays.copyOfRange(wire, WireFormat.HEADER_SIZE, wire.length));
  }
}
