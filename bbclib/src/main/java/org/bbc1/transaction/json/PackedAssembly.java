package org.bbc1.transaction.json;

import java.util.List;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.CrossRef;
import org.bbc1.transaction.codec.PackedWriter;
import org.jspecify.annotations.Nullable;

/**
 * The packed form from JSON. Source: transaction-format section 3.
 *
 * @param nesting deepest nesting of map bodies
 */
record PackedAssembly(JsonFields fields, int nesting) {

  byte[] content() {
    PartsFromJson parts = new PartsFromJson(this::asset);
    PackedWriter out = new PackedWriter(1024);
    int version = fields.smallNumber("version");
    out.u4(version);
    out.u8(fields.number("timestamp"));
    if (version > 0) {
      out.u2(fields.smallNumber("idLength"));
    }
    write(out, fields.list("events", event -> parts.event(event).pack()));
    write(out, fields.list("references", reference -> parts.reference(reference).pack()));
    write(out, fields.list("relations", relation -> parts.relation(relation).pack(version)));
    write(out, atMostOne(fields.has("witness") ? PartsFromJson.witness(fields).pack() : null));
    CrossRef crossRef = fields.optionalObject("crossRef", PartsFromJson::crossRef);
    write(out, atMostOne(crossRef == null ? null : crossRef.pack()));
    write(out, fields.list("signatures", slot -> PartsFromJson.signature(slot).pack()));
    return out.toByteArray();
  }

  private static List<byte[]> atMostOne(byte @Nullable [] part) {
    return part == null ? List.of() : List.of(part);
  }

  private static void write(PackedWriter out, List<byte[]> parts) {
    out.list(parts, part -> out.part4(inner -> inner.bytes(part)));
  }

  private Asset asset(JsonFields fields) {
    PackedWriter out = new PackedWriter(256);
    out.prefixed(fields.hex("assetId"));
    out.prefixed(fields.hex("userId"));
    out.prefixed(fields.hex("nonce"));
    if (fields.optionalObject("file", file -> writeFile(out, file)) == null) {
      out.u4(0);
    }
    if (fields.optionalObject("body", body -> writeBody(out, body)) == null) {
      out.u2(0);
      out.u2(0);
    }
    return Asset.unpack(out.toByteArray());
  }

  private static PackedWriter writeFile(PackedWriter out, JsonFields file) {
    out.u4(file.number("size"));
    out.prefixed(file.hex("digest"));
    return out;
  }

  private PackedWriter writeBody(PackedWriter out, JsonFields body) {
    boolean map = BodyJson.isMap(body);
    out.u2(map ? 1 : 0);
    out.prefixed(map ? BodyJson.encodedMap(body, nesting) : BodyJson.bytes(body));
    return out;
  }
}
