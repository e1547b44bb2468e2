package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.transaction.Vectors.array;
import static org.bbc1.transaction.Vectors.has;
import static org.bbc1.transaction.Vectors.hex;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.bbc1.crypto.Curve;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.codec.Dialect;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.jspecify.annotations.Nullable;

/** Builds a transaction from the field values of a vector, by the public builders only. */
final class VectorInputs {

  private final UncutIds uncut;
  private final JsonObject inputs;
  private final JsonObject vector;
  private final TransactionBuilder builder;

  VectorInputs(JsonObject vector) {
    this.vector = vector;
    this.inputs = vector.getJsonObject("inputs");
    this.uncut = new UncutIds(vector);
    this.builder = ExpectedValues.isLegacy(vector) ? legacyBuilder() : currentBuilder();
  }

  /** The dialect of the vector; null where no MessagePack is involved. */
  static @Nullable Dialect dialect(JsonObject vector) {
    return has(vector, "msgpack_dialect")
        ? Dialect.valueOf(vector.getString("msgpack_dialect").toUpperCase(Locale.ROOT))
        : null;
  }

  private Dialect dialect() {
    return Objects.requireNonNullElse(dialect(vector), Dialect.RAW);
  }

  private TransactionBuilder legacyBuilder() {
    FormatType type = FormatType.ofNumber(vector.getInt("format_type"));
    return TransactionBuilder.legacy(type, inputs.getInt("id_length"), dialect());
  }

  private TransactionBuilder currentBuilder() {
    return Transaction.builder()
        .idLengths(lengths(inputs.getJsonObject("id_length")))
        .wireFormat(WireFormat.ofHeader(vector.getInt("wire_format")));
  }

  private static IdLengths lengths(JsonObject json) {
    return new IdLengths(
        json.getInt("transaction_id"),
        json.getInt("user_id"),
        json.getInt("asset_group_id"),
        json.getInt("asset_id"),
        json.getInt("nonce"));
  }

  Transaction build() {
    builder
        .version(inputs.getInt("version"))
        .timestamp(inputs.getJsonNumber("timestamp").longValueExact());
    objects(inputs, "events").forEach(event -> fill(builder.addEvent(), event));
    objects(inputs, "references").forEach(reference -> builder.add(reference(reference)));
    objects(inputs, "relations").forEach(relation -> fill(builder.addRelation(), relation));
    if (has(inputs, "witness")) {
      builder.witness(witness(inputs.getJsonObject("witness")));
    }
    if (has(inputs, "cross_ref")) {
      JsonObject crossRef = inputs.getJsonObject("cross_ref");
      builder.crossRef(
          new CrossRef(
              DomainId.of(hex(crossRef, "domain_id")),
              TransactionId.of(hex(crossRef, "transaction_id"))));
    }
    objects(inputs, "signatures").forEach(signature -> builder.addSlot(signature(signature)));
    return builder.build();
  }

  private void fill(EventBuilder event, JsonObject json) {
    event.assetGroup(AssetGroupId.of(uncut.of(json, "asset_group_id")));
    numbers(json, "reference_indices").forEach(event::referenceIndex);
    texts(json, "mandatory_approvers").forEach(id -> event.mandatoryApprover(user(id)));
    texts(json, "option_approvers").forEach(id -> event.optionApprover(user(id)));
    event.optionParameter(
        json.getInt("option_approver_num_numerator"),
        json.getInt("option_approver_num_denominator"));
    if (has(json, "asset")) {
      event.asset(asset(json.getJsonObject("asset")));
    }
  }

  private void fill(RelationBuilder relation, JsonObject json) {
    relation.assetGroup(AssetGroupId.of(uncut.of(json, "asset_group_id")));
    for (JsonObject pointer : objects(json, "pointers")) {
      relation.pointer(
          TransactionId.of(uncut.of(pointer, "transaction_id")),
          has(pointer, "asset_id") ? AssetId.of(uncut.of(pointer, "asset_id")) : null);
    }
    if (has(json, "asset")) {
      relation.asset(asset(json.getJsonObject("asset")));
    }
    if (has(json, "asset_raw")) {
      JsonObject raw = json.getJsonObject("asset_raw");
      byte[] body = has(raw, "asset_body") ? hex(raw, "asset_body") : new byte[0];
      relation.assetRaw(AssetId.of(uncut.of(raw, "asset_id")), body);
    }
    if (has(json, "asset_hash")) {
      relation.assetHash(
          texts(json.getJsonObject("asset_hash"), "asset_ids").stream()
              .map(id -> AssetId.of(uncut.of(id)))
              .toList());
    }
  }

  private Asset asset(JsonObject json) {
    AssetBuilder asset = builder.asset(user(json.getString("user_id"))).nonce(hex(json, "nonce"));
    if (has(json, "asset_file")) {
      asset.file(hex(json, "asset_file"));
    } else if (json.getInt("asset_file_size", 0) > 0) {
      asset.file(
          json.getJsonNumber("asset_file_size").longValueExact(), hex(json, "asset_file_digest"));
    }
    JsonObject body = json.getJsonObject("asset_body");
    switch (body.getString("kind")) {
      case "none" -> asset.body(AssetBody.NONE);
      case "bytes" -> asset.body(hex(body, "hex"));
      case "dict" ->
          asset.body((Document) Vectors.document(body.getJsonObject("value")), dialect());
      default -> throw new IllegalArgumentException(body.toString());
    }
    return asset.build();
  }

  /** Compares the sizes that documents state for bodies, which for maps count keys. */
  void assertBodySizes(Transaction transaction) {
    List<JsonObject> events = objects(inputs, "events");
    List<JsonObject> relations = objects(inputs, "relations");
    for (int i = 0; i < events.size(); i++) {
      assertBodySize(events.get(i), transaction.events().get(i).asset());
    }
    for (int i = 0; i < relations.size(); i++) {
      assertBodySize(relations.get(i), transaction.relations().get(i).asset());
    }
  }

  private static void assertBodySize(JsonObject part, @Nullable Asset asset) {
    assertThat(asset != null).isEqualTo(has(part, "asset"));
    if (asset != null) {
      assertThat(asset.documentBodySize())
          .isEqualTo(part.getJsonObject("asset").getInt("asset_body_size"));
    }
  }

  private Reference reference(JsonObject json) {
    return new Reference(
        AssetGroupId.of(uncut.of(json, "asset_group_id")),
        TransactionId.of(uncut.of(json, "transaction_id")),
        json.getInt("event_index_in_ref"),
        numbers(json, "sig_indices"));
  }

  private Witness witness(JsonObject json) {
    List<String> users = texts(json, "user_ids");
    List<Integer> slots = numbers(json, "sig_indices");
    List<Witness.Entry> entries = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      entries.add(new Witness.Entry(user(users.get(i)), slots.get(i)));
    }
    return new Witness(entries);
  }

  private static Signature signature(JsonObject json) {
    if (!json.getBoolean("initialized")) {
      return Signature.EMPTY;
    }
    Curve curve = Curve.ofKeyType(json.getInt("key_type"));
    return Signature.of(
        curve, has(json, "pubkey") ? hex(json, "pubkey") : null, hex(json, "signature"));
  }

  private UserId user(String id) {
    return UserId.of(uncut.of(id));
  }

  private static List<JsonObject> objects(JsonObject json, String key) {
    return array(json, key).getValuesAs(JsonObject.class);
  }

  static List<String> texts(JsonObject json, String key) {
    return array(json, key).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }

  static List<Integer> numbers(JsonObject json, String key) {
    JsonArray numbers = array(json, key);
    List<Integer> values = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      values.add(numbers.getInt(i));
    }
    return values;
  }

  /** Gives the full id for a cut one where the vector has it, so that cutting is tested too. */
  private static final class UncutIds {

    private final List<String> full;

    UncutIds(JsonObject vector) {
      full =
          has(vector, "untruncated_ids")
              ? vector.getJsonObject("untruncated_ids").values().stream()
                  .flatMap(UncutIds::textsOf)
                  .toList()
              : List.of();
    }

    /** Of a kind there is one id or a list. */
    private static Stream<String> textsOf(JsonValue ids) {
      if (ids instanceof JsonArray list) {
        return list.stream().flatMap(UncutIds::textsOf);
      }
      return ids instanceof JsonString id ? Stream.of(id.getString()) : Stream.of();
    }

    byte[] of(JsonObject json, String key) {
      return of(json.getString(key));
    }

    byte[] of(String id) {
      String value =
          full.stream().filter(candidate -> candidate.startsWith(id)).findFirst().orElse(id);
      return HexFormat.of().parseHex(value);
    }
  }
}
