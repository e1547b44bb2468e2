package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.transaction.Vectors.array;
import static org.bbc1.transaction.Vectors.has;
import static org.bbc1.transaction.Vectors.hex;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.id.AssetId;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The first binary format shares its header with the current one and is read by the same reader.
 */
class LegacyBinaryVectorsTest {

  static Stream<Named<JsonObject>> vectors() {
    return Vectors.of("legacy-binary.json").map(vector -> Named.of(vector.getString("id"), vector));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void isReadWithItsDigestsAssetIdsAndBytes(JsonObject vector) {
    JsonObject expected = vector.getJsonObject("expected");

    Transaction transaction = Transaction.read(hex(expected, "wire"));

    assertThat(transaction.serialize()).isEqualTo(hex(expected, "wire"));
    assertThat(hex(transaction.baseDigest()))
        .isEqualTo(expected.getString("transaction_base_digest"));
    assertThat(hex(transaction.digest())).isEqualTo(expected.getString("digest"));
    assertThat(transaction.transactionId().toHex()).isEqualTo(expected.getString("transaction_id"));
    List<AssetIdCheck.Finding> findings = new ArrayList<>();
    for (JsonObject asset : array(expected, "assets").getValuesAs(JsonObject.class)) {
      AssetId id = AssetId.fromHex(asset.getString("asset_id"));
      findings.add(new AssetIdCheck.Finding(asset.getString("path"), id, AssetIdCheck.Outcome.OK));
    }
    assertThat(AssetIdCheck.check(transaction)).isEqualTo(findings);
    // What is invalid here is so only by the old rule that every slot must be filled.
    assertThat(new TransactionValidator(SignatureEngines.fastest()).validate(transaction).valid())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void itsMapBodiesAreRead(JsonObject vector) {
    Transaction transaction = Transaction.read(hex(vector.getJsonObject("expected"), "wire"));
    List<JsonObject> relations =
        array(vector.getJsonObject("inputs"), "relations").getValuesAs(JsonObject.class);
    for (int i = 0; i < relations.size(); i++) {
      if (has(relations.get(i), "asset")) {
        JsonObject body = relations.get(i).getJsonObject("asset").getJsonObject("asset_body");
        AssetBody read = transaction.relations().get(i).asset().body();
        assertThat(read.isMap()).isEqualTo(body.getString("kind").equals("dict"));
        if (read.isMap()) {
          assertThat(read.toMap()).isEqualTo(Vectors.document(body.getJsonObject("value")));
        }
      }
    }
  }
}
