package org.bbc1.transaction.json;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.CrossRef;
import org.bbc1.transaction.codec.DocumentEncoding;
import org.bbc1.transaction.codec.DocumentValue;
import org.bbc1.transaction.codec.DocumentValue.Bytes;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.DocumentValue.Int;
import org.bbc1.transaction.codec.DocumentValue.Items;
import org.bbc1.transaction.codec.DocumentValue.Nil;
import org.bbc1.transaction.codec.DocumentValue.Text;
import org.bbc1.transaction.codec.Documents;

/**
 * The document of a legacy format from JSON. Source: transaction-format section 5.2.
 *
 * @param nesting deepest nesting of the document
 */
record DocumentAssembly(JsonFields fields, DocumentEncoding encoding, int nesting) {

  byte[] content() {
    CrossRef value = fields.optionalObject("crossRef", PartsFromJson::crossRef);
    DocumentValue crossRef = value == null ? Nil.INSTANCE : value.toDocument();
    DocumentValue signatures = list("signatures", PartsFromJson::signature, s -> s.toDocument());
    List<Map.Entry<DocumentValue, DocumentValue>> base = new ArrayList<>(base());
    Document document;
    if (fields.smallNumber("version") == 0) {
      base.add(entry("cross_ref", crossRef));
      document =
          document(entry("transaction_base", new Document(base)), entry("signatures", signatures));
    } else {
      document =
          document(
              entry("transaction_base", new Document(base)),
              entry("cross_ref", crossRef),
              entry("signatures", signatures));
    }
    return Documents.encode(document, encoding, nesting);
  }

  private List<Map.Entry<DocumentValue, DocumentValue>> base() {
    PartsFromJson parts = new PartsFromJson(this::asset);
    return List.of(
        entry(
            "header",
            document(
                entry("version", Int.of(fields.smallNumber("version"))),
                entry("timestamp", Int.of(fields.number("timestamp"))),
                entry("id_length", Int.of(fields.smallNumber("idLength"))))),
        entry("events", list("events", parts::event, part -> part.toDocument())),
        entry("references", list("references", parts::reference, part -> part.toDocument())),
        entry("relations", list("relations", parts::relation, part -> part.toDocument())),
        entry(
            "witness",
            fields.has("witness") ? PartsFromJson.witness(fields).toDocument() : Nil.INSTANCE));
  }

  private <T> Items list(String key, Function<JsonValue, T> part, Function<T, Document> form) {
    return new Items(fields.list(key, json -> form.apply(part.apply(json))));
  }

  private Asset asset(JsonFields asset) {
    List<Map.Entry<DocumentValue, DocumentValue>> entries = new ArrayList<>();
    entries.add(entry("asset_id", new Bytes(asset.hex("assetId"))));
    entries.add(entry("user_id", new Bytes(asset.hex("userId"))));
    entries.add(entry("nonce", new Bytes(asset.hex("nonce"))));
    List<Map.Entry<DocumentValue, DocumentValue>> file =
        asset.optionalObject("file", DocumentAssembly::file);
    entries.addAll(file == null ? file(0, Nil.INSTANCE) : file);
    entries.add(entry("asset_body_size", Int.of(asset.number("bodySize"))));
    DocumentValue body = asset.optionalObject("body", DocumentAssembly::body);
    entries.add(entry("asset_body", body == null ? Nil.INSTANCE : body));
    return Asset.fromDocument(new Document(entries));
  }

  private static List<Map.Entry<DocumentValue, DocumentValue>> file(JsonFields file) {
    return file(file.number("size"), new Bytes(file.hex("digest")));
  }

  private static List<Map.Entry<DocumentValue, DocumentValue>> file(
      long size, DocumentValue digest) {
    return List.of(entry("asset_file_size", Int.of(size)), entry("asset_file_digest", digest));
  }

  private static DocumentValue body(JsonFields body) {
    return BodyJson.isMap(body) ? BodyJson.map(body) : new Bytes(BodyJson.bytes(body));
  }

  private static Map.Entry<DocumentValue, DocumentValue> entry(String key, DocumentValue value) {
    return Map.entry(new Text(key), value);
  }

  @SafeVarargs
  private static Document document(Map.Entry<DocumentValue, DocumentValue>... entries) {
    return new Document(List.of(entries));
  }
}
