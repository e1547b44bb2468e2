package org.bbc1.transaction.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.bbc1.crypto.Curve;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.AssetBuilder;
import org.bbc1.transaction.IdLengths;
import org.bbc1.transaction.RandomTransactions;
import org.bbc1.transaction.Signature;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionBuilder;
import org.bbc1.transaction.Vectors;
import org.bbc1.transaction.WireFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionJsonTest {

  private static final IdLengths SHORT = IdLengths.all(2);

  private static final String EXAMPLE =
      """
      {
        "transactionId": "8330",
        "format": "plain",
        "version": 2,
        "timestamp": 1700000000000,
        "idLength": 2,
        "digest": "83304c3e221e52f240f43ef4ffc2345ffb0be306231d6e3223c9654173c19cc3",
        "baseDigest": "4f241bb0da4b22b26fe1754a291ef1989aec65efef0854cf606eb9342cea4382",
        "events": [
          {
            "assetGroupId": "0101",
            "referenceIndices": [0],
            "mandatoryApprovers": ["0202"],
            "optionNumerator": 1,
            "optionApprovers": ["0303"],
            "asset": {
              "assetId": "cd8b",
              "userId": "0404",
              "nonce": "0000",
              "body": {
                "text": "Grüße"
              }
            }
          }
        ],
        "references": [],
        "relations": [
          {
            "assetGroupId": "0505",
            "pointers": [
              {
                "transactionId": "0606"
              },
              {
                "transactionId": "0707",
                "assetId": "0808"
              }
            ],
            "asset": {
              "assetId": "3125",
              "userId": "0909",
              "nonce": "0000",
              "file": {
                "size": 4,
                "digest": "3b9c358f36f0a31b6ad3e14f309c7cf198ac9246e8316f9ce543d5b19ac02b80"
              }
            },
            "assetRaw": {
              "assetId": "0a0a",
              "body": {
                "base64": "AP8="
              }
            },
            "assetHash": ["0b0b"]
          }
        ],
        "witness": [
          {
            "userId": "0404",
            "signatureSlot": 0
          }
        ],
        "crossRef": {
          "domainId": "0000000000000000000000000000000000000000000000000000000000000000",
          "transactionId": "0c0c"
        },
        "signatures": [
          {
            "curve": "P-256",
            "signature": "SIGNATURE"
          },
          null
        ]
      }
      """
          .replace("SIGNATURE", "00".repeat(Signature.SIGNATURE_SIZE));

  @Test
  void showsEveryPartByName() {
    TransactionBuilder builder =
        Transaction.builder().version(2).timestamp(1_700_000_000_000L).idLengths(SHORT);
    builder
        .addEvent()
        .assetGroup(AssetGroupId.fromHex("0101"))
        .referenceIndex(0)
        .mandatoryApprover(UserId.fromHex("0202"))
        .optionApprover(UserId.fromHex("0303"))
        .optionParameter(1, 1)
        .asset(asset("0404").body("Grüße").build());
    builder
        .addRelation()
        .assetGroup(AssetGroupId.fromHex("0505"))
        .pointer(TransactionId.fromHex("0606"))
        .pointer(TransactionId.fromHex("0707"), AssetId.fromHex("0808"))
        .asset(asset("0909").file("file".getBytes(StandardCharsets.UTF_8)).build())
        .assetRaw(AssetId.fromHex("0a0a"), new byte[] {0, (byte) 0xff})
        .assetHash(List.of(AssetId.fromHex("0b0b")));
    builder.witness(UserId.fromHex("0404"));
    builder.crossRef(DomainId.of(new byte[32]), TransactionId.fromHex("0c0c"));
    builder.addSignature(
        UserId.fromHex("0404"), Signature.of(Curve.P256, null, new byte[Signature.SIGNATURE_SIZE]));
    builder.addSlot(Signature.EMPTY);

    Transaction transaction = builder.build();
    assertThat(TransactionJson.toJson(transaction)).isEqualTo(parse(EXAMPLE));
    assertThat(TransactionJson.fromJson(parse(EXAMPLE))).isEqualTo(transaction);
  }

  private static AssetBuilder asset(String user) {
    return Asset.builder(UserId.fromHex(user), SHORT).nonce(new byte[2]);
  }

  @ParameterizedTest
  @EnumSource(WireFormat.class)
  void randomTransactionsComeBackByteForByte(WireFormat format) {
    RandomTransactions make = RandomTransactions.withFalseSignatures(21);
    for (int i = 0; i < 300; i++) {
      assertComesBack(make.next(format));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "current.json",
        "current-large.json",
        "legacy-binary.json",
        "legacy-bson.json",
        "legacy-msgpack.json"
      })
  void theVectorsComeBackByteForByte(String file) {
    assertThat(Vectors.of(file).map(TransactionJsonTest::wire))
        .isNotEmpty()
        .allSatisfy(wire -> assertComesBack(Transaction.read(wire)));
  }

  private static byte[] wire(JsonObject vector) {
    JsonObject expected = vector.getJsonObject("expected");
    String wire =
        Vectors.has(expected, "wire")
            ? expected.getString("wire")
            : "0000" + expected.getString("packed");
    return HexFormat.of().parseHex(wire);
  }

  private static void assertComesBack(Transaction transaction) {
    JsonObject json = parse(TransactionJson.toJson(transaction).toString());
    Transaction back = TransactionJson.fromJson(json);
    assertThat(back.serialize()).isEqualTo(transaction.serialize());
  }

  static JsonObject parse(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }
}
