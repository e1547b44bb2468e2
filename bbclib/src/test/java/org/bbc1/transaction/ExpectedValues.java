package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.transaction.Vectors.array;
import static org.bbc1.transaction.Vectors.has;
import static org.bbc1.transaction.Vectors.hex;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bbc1.crypto.SignatureEngine;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.transaction.codec.Dialect;
import org.junit.jupiter.api.Named;

/** Compares a transaction with what its vector expects of it, of either generation. */
final class ExpectedValues {

  private static final SignatureEngine ENGINE = SignatureEngines.fastest();

  private final JsonObject vector;
  private final JsonObject expected;
  private final Transaction transaction;

  ExpectedValues(JsonObject vector, Transaction transaction) {
    this.vector = vector;
    this.expected = vector.getJsonObject("expected");
    this.transaction = transaction;
  }

  /** The vectors of files, each with the signers of its file. */
  static Stream<Named<JsonObject>> vectors(String... names) {
    return Stream.of(names)
        .flatMap(
            name ->
                Vectors.of(name)
                    .map(vector -> Named.of(vector.getString("id"), withSigners(name, vector))));
  }

  private static JsonObject withSigners(String name, JsonObject vector) {
    JsonArray signers = array(Vectors.file(name), "signers");
    return Json.createObjectBuilder(vector).add("signers", signers).build();
  }

  static boolean isLegacy(JsonObject vector) {
    return vector.getString("api", "current").equals("legacy");
  }

  /** Digests, verdict, slots, file answers, and that no asset id is wrong. */
  void assertAll() {
    assertDigests();
    assertAssetIds();
    assertSignatures();
    assertThat(validator().validate(transaction).valid())
        .isEqualTo(expected.getString("verdict").equals("VALID"));
    assertFiles();
  }

  private TransactionValidator validator() {
    return new TransactionValidator(
        ENGINE,
        isLegacy(vector) ? TransactionValidator.Mode.LEGACY : TransactionValidator.Mode.CURRENT);
  }

  private void assertDigests() {
    assertThat(hex(transaction.baseDigest()))
        .isEqualTo(expected.getString("transaction_base_digest"));
    if (has(expected, "transaction_base_preimage")) {
      assertThat(hex(transaction.basePreimage()))
          .isEqualTo(expected.getString("transaction_base_preimage"));
    }
    assertThat(hex(transaction.digestPreimage())).isEqualTo(expected.getString("id_preimage"));
    assertThat(hex(transaction.digest())).isEqualTo(expected.getString("digest"));
    assertThat(transaction.transactionId().toHex()).isEqualTo(expected.getString("transaction_id"));
  }

  private void assertAssetIds() {
    List<AssetIdCheck.Finding> findings = AssetIdCheck.check(transaction);
    List<JsonObject> assets = array(expected, "assets").getValuesAs(JsonObject.class);
    assertThat(findings).hasSameSizeAs(assets);
    for (int i = 0; i < assets.size(); i++) {
      assertThat(findings.get(i).path()).isEqualTo(assets.get(i).getString("path"));
      assertThat(findings.get(i).assetId().toHex()).isEqualTo(assets.get(i).getString("asset_id"));
      assertThat(findings.get(i).outcome()).isIn(possibleOutcomes(assets().get(i)));
    }
  }

  /** Who reads a raw MessagePack map may not know what was text in it. */
  private List<AssetIdCheck.Outcome> possibleOutcomes(Asset asset) {
    return transaction.dialect() == Dialect.RAW && asset.body().isMap()
        ? List.of(AssetIdCheck.Outcome.OK, AssetIdCheck.Outcome.UNDECIDABLE)
        : List.of(AssetIdCheck.Outcome.OK);
  }

  /** What the asset ids are computed from, which only who has built the assets surely knows. */
  void assertAssetPreimages() {
    List<JsonObject> assets = array(expected, "assets").getValuesAs(JsonObject.class);
    for (int i = 0; i < assets.size(); i++) {
      if (has(assets.get(i), "asset_digest_preimage")) {
        assertThat(hex(rule().preimage(assets().get(i))))
            .isEqualTo(assets.get(i).getString("asset_digest_preimage"));
      }
      assertThat(rule().holdsFor(assets().get(i))).isTrue();
    }
  }

  private AssetIdRule rule() {
    if (!isLegacy(vector)) {
      return AssetIdRule.PACKED;
    }
    return vector.getInt("format_type") == 0 ? AssetIdRule.PACKED_OLD : AssetIdRule.DOCUMENT;
  }

  private List<Asset> assets() {
    List<Asset> assets = new ArrayList<>();
    transaction.events().forEach(event -> assets.add(event.asset()));
    transaction.relations().forEach(relation -> assets.add(relation.asset()));
    return assets.stream().filter(Objects::nonNull).toList();
  }

  private void assertSignatures() {
    JsonArray slots = array(expected, "signatures");
    assertThat(transaction.signatures()).hasSameSizeAs(slots);
    for (int i = 0; i < slots.size(); i++) {
      JsonObject slot = slots.getJsonObject(i);
      Signature signature = transaction.signatures().get(i);
      boolean verifies = signature.verify(ENGINE, transaction.digest());
      switch (slot.getString("status")) {
        case "uninitialised" -> assertThat(signature.isEmpty()).isTrue();
        case "verifies" -> assertThat(verifies).isTrue();
        case "verifies_with_external_pubkey" -> {
          assertThat(verifies).isFalse();
          assertThat(signature.hasPublicKey()).isFalse();
          byte[] key = signerKey(slot.getString("signer"));
          assertThat(signature.verify(ENGINE, transaction.digest(), key)).isTrue();
        }
        default -> throw new IllegalArgumentException(slot.toString());
      }
    }
  }

  private byte[] signerKey(String name) {
    return array(vector, "signers").getValuesAs(JsonObject.class).stream()
        .filter(signer -> signer.getString("name").equals(name))
        .map(signer -> hex(signer, "public_key_uncompressed"))
        .findFirst()
        .orElseThrow();
  }

  private void assertFiles() {
    if (!has(vector, "asset_files")) {
      return;
    }
    JsonObject files = vector.getJsonObject("asset_files").getJsonObject("files");
    Map<AssetId, byte[]> contents = new HashMap<>();
    for (String id : files.keySet()) {
      contents.put(AssetId.fromHex(id), has(files, id) ? hex(files, id) : null);
    }
    JsonObject answer = vector.getJsonObject("asset_files").getJsonObject("expected");
    assertThat(validator().validate(transaction, contents))
        .isEqualTo(
            new ValidationResult(
                answer.getBoolean("valid"),
                assetRefs(array(answer, "valid_assets")),
                assetRefs(array(answer, "invalid_assets"))));
  }

  private static List<AssetRef> assetRefs(JsonArray pairs) {
    return pairs.stream()
        .map(JsonValue::asJsonArray)
        .map(
            pair ->
                new AssetRef(
                    AssetGroupId.fromHex(pair.getString(0)), AssetId.fromHex(pair.getString(1))))
        .toList();
  }
}
