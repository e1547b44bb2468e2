package org.bbc1.transaction.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.bbc1.id.Id;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.AssetBody;
import org.bbc1.transaction.AssetRaw;
import org.bbc1.transaction.CrossRef;
import org.bbc1.transaction.Event;
import org.bbc1.transaction.Pointer;
import org.bbc1.transaction.Reference;
import org.bbc1.transaction.Relation;
import org.bbc1.transaction.Signature;
import org.bbc1.transaction.Witness;

/**
 * The parts of a transaction as JSON. What is not there is left out.
 *
 * @param document whether the transaction is a document of a legacy format
 */
record PartsToJson(boolean document) {

  JsonObjectBuilder event(Event event) {
    JsonObjectBuilder json =
        Values.object()
            .add("assetGroupId", event.assetGroupId().toHex())
            .add("referenceIndices", numbers(event.referenceIndices()))
            .add("mandatoryApprovers", ids(event.mandatoryApprovers()))
            .add("optionNumerator", event.optionNumerator())
            .add("optionApprovers", ids(event.optionApprovers()));
    return event.asset() == null ? json : json.add("asset", asset(event.asset()));
  }

  static JsonObjectBuilder reference(Reference reference) {
    return Values.object()
        .add("assetGroupId", reference.assetGroupId().toHex())
        .add("transactionId", reference.transactionId().toHex())
        .add("eventIndex", reference.eventIndex())
        .add("signatureSlots", numbers(reference.signatureSlots()));
  }

  JsonObjectBuilder relation(Relation relation) {
    JsonObjectBuilder json =
        Values.object()
            .add("assetGroupId", relation.assetGroupId().toHex())
            .add("pointers", list(relation.pointers(), PartsToJson::pointer));
    if (relation.asset() != null) {
      json.add("asset", asset(relation.asset()));
    }
    if (relation.assetRaw() != null) {
      json.add("assetRaw", assetRaw(relation.assetRaw()));
    }
    if (relation.assetHash() != null) {
      json.add("assetHash", ids(relation.assetHash().assetIds()));
    }
    return json;
  }

  private static JsonObjectBuilder pointer(Pointer pointer) {
    JsonObjectBuilder json = Values.object().add("transactionId", pointer.transactionId().toHex());
    return pointer.assetId() == null ? json : json.add("assetId", pointer.assetId().toHex());
  }

  private JsonObjectBuilder asset(Asset asset) {
    JsonObjectBuilder json =
        Values.object()
            .add("assetId", asset.assetId().toHex())
            .add("userId", asset.userId().toHex())
            .add("nonce", hex(asset.nonce()));
    byte[] digest = asset.fileDigest();
    if (digest != null) {
      json.add("file", Values.object().add("size", asset.fileSize()).add("digest", hex(digest)));
    }
    if (document) {
      json.add("bodySize", asset.documentBodySize());
    }
    AssetBody body = asset.body();
    return body.equals(AssetBody.NONE)
        ? json
        : json.add("body", document ? BodyJson.ofDocument(body) : BodyJson.ofPacked(body));
  }

  private static JsonObjectBuilder assetRaw(AssetRaw raw) {
    JsonObjectBuilder json = Values.object().add("assetId", raw.assetId().toHex());
    byte[] body = raw.body();
    return body.length == 0 ? json : json.add("body", BodyJson.ofBytes(body));
  }

  static JsonArrayBuilder witness(Witness witness) {
    return list(
        witness.entries(),
        entry ->
            Values.object()
                .add("userId", entry.userId().toHex())
                .add("signatureSlot", entry.signatureSlot()));
  }

  static JsonObjectBuilder crossRef(CrossRef crossRef) {
    return Values.object()
        .add("domainId", crossRef.domainId().toHex())
        .add("transactionId", crossRef.transactionId().toHex());
  }

  static JsonArrayBuilder signatures(List<Signature> signatures) {
    JsonArrayBuilder array = Values.array();
    for (Signature signature : signatures) {
      byte[] value = signature.signature();
      if (signature.curve() == null || value == null) {
        array.addNull();
      } else {
        JsonObjectBuilder json = Values.object().add("curve", signature.curve().jwkName());
        byte[] publicKey = signature.publicKey();
        if (publicKey != null) {
          json.add("publicKey", hex(publicKey));
        }
        array.add(json.add("signature", hex(value)));
      }
    }
    return array;
  }

  static <T> JsonArrayBuilder list(List<T> elements, Function<T, JsonObjectBuilder> form) {
    JsonArrayBuilder array = Values.array();
    elements.forEach(element -> array.add(form.apply(element)));
    return array;
  }

  private static JsonArrayBuilder ids(List<? extends Id> ids) {
    JsonArrayBuilder array = Values.array();
    ids.forEach(id -> array.add(id.toHex()));
    return array;
  }

  private static JsonArrayBuilder numbers(List<Integer> numbers) {
    JsonArrayBuilder array = Values.array();
    numbers.forEach(array::add);
    return array;
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
