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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bbc1.crypto.SignatureEngine;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Transactions of the current format: built from their inputs, and read. */
class CurrentVectorsTest {

  private static final SignatureEngine ENGINE = SignatureEngines.fastest();

  static Stream<Named<JsonObject>> vectors() {
    return Stream.of("current.json", "current-large.json")
        .flatMap(
            name ->
                Vectors.of(name)
                    .map(vector -> Named.of(vector.getString("id"), withSigners(name, vector))));
  }

  private static JsonObject withSigners(String name, JsonObject vector) {
    JsonArray signers = array(Vectors.file(name), "signers");
    return Json.createObjectBuilder(vector).add("signers", signers).build();
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
    assertThat(read.serialize()).isEqualTo(wire);
    for (WireFormat format : List.of(WireFormat.PLAIN, WireFormat.ZLIB)) {
      Transaction again = Transaction.read(read.serialize(format));
      assertThat(again).isEqualTo(read);
      assertThat(again.transactionId()).isEqualTo(read.transactionId());
    }
  }

  private static byte[] wire(JsonObject vector) {
    JsonObject expected = vector.getJsonObject("expected");
    return has(expected, "wire")
        ? hex(expected, "wire")
        : HexFormat.of().parseHex("0000" + expected.getString("packed"));
  }

  private static void assertIsExpected(JsonObject vector, Transaction transaction) {
    JsonObject expected = vector.getJsonObject("expected");
    assertThat(hex(transaction.packed())).isEqualTo(expected.getString("packed"));
    assertThat(hex(transaction.baseDigest()))
        .isEqualTo(expected.getString("transaction_base_digest"));
    assertThat(hex(transaction.digest())).isEqualTo(expected.getString("digest"));
    assertThat(hex(Sha256.of(hex(expected, "id_preimage"))))
        .isEqualTo(expected.getString("digest"));
    assertThat(transaction.transactionId().toHex()).isEqualTo(expected.getString("transaction_id"));
    assertAssets(array(expected, "assets"), transaction);
    assertSignatures(vector, transaction);
    assertThat(new TransactionValidator(ENGINE).validate(transaction).valid())
        .isEqualTo(expected.getString("verdict").equals("VALID"));
    assertFiles(vector, transaction);
  }

  private static void assertAssets(JsonArray expected, Transaction transaction) {
    List<AssetIdCheck.Finding> findings = AssetIdCheck.check(transaction);
    List<Asset> assets = assets(transaction);
    assertThat(findings).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      JsonObject asset = expected.getJsonObject(i);
      assertThat(findings.get(i))
          .isEqualTo(
              new AssetIdCheck.Finding(
                  asset.getString("path"),
                  AssetId.fromHex(asset.getString("asset_id")),
                  AssetIdCheck.Outcome.OK));
      if (has(asset, "asset_digest_preimage")) {
        assertThat(hex(assets.get(i).digestPreimage()))
            .isEqualTo(asset.getString("asset_digest_preimage"));
      }
    }
  }

  private static List<Asset> assets(Transaction transaction) {
    List<Asset> assets = new ArrayList<>();
    transaction.events().forEach(event -> assets.add(event.asset()));
    transaction.relations().stream()
        .map(Relation::asset)
        .filter(asset -> asset != null)
        .forEach(assets::add);
    return assets;
  }

  private static void assertSignatures(JsonObject vector, Transaction transaction) {
    JsonArray expected = array(vector.getJsonObject("expected"), "signatures");
    assertThat(transaction.signatures()).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      JsonObject slot = expected.getJsonObject(i);
      Signature signature = transaction.signatures().get(i);
      boolean verifies = signature.verify(ENGINE, transaction.digest());
      switch (slot.getString("status")) {
        case "uninitialised" -> assertThat(signature.isEmpty()).isTrue();
        case "verifies" -> assertThat(verifies).isTrue();
        case "verifies_with_external_pubkey" -> {
          byte[] key = signerKey(vector, slot.getString("signer"));
          assertThat(verifies).isFalse();
          assertThat(signature.hasPublicKey()).isFalse();
          assertThat(signature.verify(ENGINE, transaction.digest(), key)).isTrue();
        }
        default -> throw new IllegalArgumentException(slot.toString());
      }
    }
  }

  private static byte[] signerKey(JsonObject vector, String name) {
    return array(vector, "signers").getValuesAs(JsonObject.class).stream()
        .filter(signer -> signer.getString("name").equals(name))
        .map(signer -> hex(signer, "public_key_uncompressed"))
        .findFirst()
        .orElseThrow();
  }

  private static void assertFiles(JsonObject vector, Transaction transaction) {
    if (!has(vector, "asset_files")) {
      return;
    }
    JsonObject files = vector.getJsonObject("asset_files").getJsonObject("files");
    Map<AssetId, byte[]> contents = new HashMap<>();
    for (String id : files.keySet()) {
      contents.put(AssetId.fromHex(id), has(files, id) ? hex(files, id) : null);
    }
    JsonObject expected = vector.getJsonObject("asset_files").getJsonObject("expected");
    assertThat(new TransactionValidator(ENGINE).validate(transaction, contents))
        .isEqualTo(
            new ValidationResult(
                expected.getBoolean("valid"),
                assetRefs(array(expected, "valid_assets")),
                assetRefs(array(expected, "invalid_assets"))));
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
