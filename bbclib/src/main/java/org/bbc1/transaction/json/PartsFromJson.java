package org.bbc1.transaction.json;

import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.bbc1.crypto.Curve;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.AssetHash;
import org.bbc1.transaction.AssetRaw;
import org.bbc1.transaction.CrossRef;
import org.bbc1.transaction.Event;
import org.bbc1.transaction.Pointer;
import org.bbc1.transaction.Reference;
import org.bbc1.transaction.Relation;
import org.bbc1.transaction.Signature;
import org.bbc1.transaction.Witness;
import org.bbc1.transaction.codec.PackedFormatException;

/**
 * The parts of a transaction from JSON, the counterpart of {@link PartsToJson}.
 *
 * @param asset makes an asset, which depends on the format
 */
record PartsFromJson(Function<JsonFields, Asset> asset) {

  Event event(JsonValue json) {
    return JsonFields.read(
        json,
        "event",
        fields ->
            new Event(
                AssetGroupId.of(fields.hex("assetGroupId")),
                fields.smallNumbers("referenceIndices"),
                users(fields, "mandatoryApprovers"),
                fields.smallNumber("optionNumerator"),
                users(fields, "optionApprovers"),
                fields.optionalObject("asset", asset)));
  }

  private static List<UserId> users(JsonFields fields, String key) {
    return fields.hexList(key).stream().map(UserId::of).toList();
  }

  Reference reference(JsonValue json) {
    return JsonFields.read(
        json,
        "reference",
        fields ->
            new Reference(
                AssetGroupId.of(fields.hex("assetGroupId")),
                TransactionId.of(fields.hex("transactionId")),
                fields.smallNumber("eventIndex"),
                fields.smallNumbers("signatureSlots")));
  }

  Relation relation(JsonValue json) {
    return JsonFields.read(
        json,
        "relation",
        fields ->
            new Relation(
                AssetGroupId.of(fields.hex("assetGroupId")),
                fields.list("pointers", PartsFromJson::pointer),
                fields.optionalObject("asset", asset),
                fields.optionalObject("assetRaw", PartsFromJson::assetRaw),
                fields.has("assetHash") ? assetHash(fields) : null));
  }

  private static Pointer pointer(JsonValue json) {
    return JsonFields.read(
        json,
        "pointer",
        fields ->
            new Pointer(
                TransactionId.of(fields.hex("transactionId")),
                fields.has("assetId") ? AssetId.of(fields.hex("assetId")) : null));
  }

  private static AssetRaw assetRaw(JsonFields fields) {
    byte[] body = fields.optionalObject("body", BodyJson::bytes);
    return new AssetRaw(AssetId.of(fields.hex("assetId")), body == null ? new byte[0] : body);
  }

  private static AssetHash assetHash(JsonFields fields) {
    return new AssetHash(fields.hexList("assetHash").stream().map(AssetId::of).toList());
  }

  static Witness witness(JsonFields fields) {
    return new Witness(fields.list("witness", PartsFromJson::entry));
  }

  private static Witness.Entry entry(JsonValue json) {
    return JsonFields.read(
        json,
        "witness",
        fields ->
            new Witness.Entry(
                UserId.of(fields.hex("userId")), fields.smallNumber("signatureSlot")));
  }

  static CrossRef crossRef(JsonFields fields) {
    return new CrossRef(
        DomainId.of(fields.hex("domainId")), TransactionId.of(fields.hex("transactionId")));
  }

  static Signature signature(JsonValue json) {
    if (json == JsonValue.NULL) {
      return Signature.EMPTY;
    }
    return JsonFields.read(
        json,
        "signature",
        fields ->
            Signature.of(
                curve(fields.text("curve")),
                fields.has("publicKey") ? fields.hex("publicKey") : null,
                fields.hex("signature")));
  }

  private static Curve curve(String name) {
    return Arrays.stream(Curve.values())
        .filter(curve -> curve.jwkName().equals(name))
        .findFirst()
        .orElseThrow(() -> new PackedFormatException("a curve that is not known"));
  }
}
