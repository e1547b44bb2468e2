package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.transaction.Vectors.hex;

import jakarta.json.JsonObject;
import java.util.stream.Stream;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.id.UserId;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rule of the asset id changed between v1.2 and v1.3 for assets with a file; both are read and
 * told apart.
 */
class AssetIdVersionVectorsTest {

  static Stream<Named<JsonObject>> vectors() {
    return Vectors.of("asset-id-versions.json")
        .map(vector -> Named.of(vector.getString("id"), vector));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void readsBothRulesAndKeepsTheBytes(JsonObject vector) {
    JsonObject expected = vector.getJsonObject("expected");

    Transaction transaction = Transaction.read(hex(expected, "wire"));

    Asset asset = asset(transaction);
    assertThat(asset.assetId().toHex()).isEqualTo(expected.getString("asset_id"));
    boolean current = vector.getString("asset_id_rule").equals("C");
    byte[] preimage = current ? asset.digestPreimage() : AssetIdRule.PACKED_OLD.preimage(asset);
    assertThat(hex(preimage)).isEqualTo(expected.getString("asset_digest_preimage"));
    assertThat(hex(asset.fileDigest()))
        .isEqualTo(vector.getJsonObject("asset").getString("asset_file_digest"));
    assertThat(asset.matchesFile(hex(vector.getJsonObject("asset"), "asset_file"))).isTrue();
    assertThat(hex(transaction.baseDigest()))
        .isEqualTo(expected.getString("transaction_base_digest"));
    assertThat(transaction.transactionId().toHex()).isEqualTo(expected.getString("transaction_id"));
    assertThat(transaction.serialize()).isEqualTo(hex(expected, "wire"));
    assertThat(AssetIdCheck.check(transaction))
        .allSatisfy(finding -> assertThat(finding.outcome()).isEqualTo(AssetIdCheck.Outcome.OK));
    assertThat(new TransactionValidator(SignatureEngines.fastest()).validate(transaction).valid())
        .isEqualTo(expected.getString("verdict").equals("VALID"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void writesBothRules(JsonObject vector) {
    JsonObject fields = vector.getJsonObject("asset");
    UserId user = UserId.of(hex(fields, "user_id"));
    Asset built =
        builder(vector, user)
            .nonce(hex(fields, "nonce"))
            .file(hex(fields, "asset_file"))
            .body(hex(vector, "asset_body"))
            .build();

    Transaction read = Transaction.read(hex(vector.getJsonObject("expected"), "wire"));

    assertThat(built).isEqualTo(asset(read));
  }

  private static AssetBuilder builder(JsonObject vector, UserId user) {
    int length = vector.getInt("id_length");
    return vector.getString("asset_id_rule").equals("C")
        ? Asset.builder(user, new IdLengths(length, length, length, length, 32))
        : Asset.legacyBuilder(user, FormatType.BINARY, length);
  }

  private static Asset asset(Transaction transaction) {
    return transaction.events().isEmpty()
        ? transaction.relations().get(0).asset()
        : transaction.events().get(0).asset();
  }
}
