package org.bbc1.transaction.json;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Base64;
import org.bbc1.transaction.AssetBody;
import org.bbc1.transaction.codec.DocumentEncoding;
import org.bbc1.transaction.codec.DocumentValue;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.Documents;
import org.bbc1.transaction.codec.PackedFormatException;
import org.bbc1.transaction.codec.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Bodies: text where the bytes are text that a person can read, base64 where they are not, and maps
 * as a tree with the name of its encoding.
 */
final class BodyJson {

  private static final String TEXT = "text";
  private static final String BASE64 = "base64";
  private static final String MAP = "map";
  private static final String ENCODING = "encoding";

  private BodyJson() {}

  /** A body within a legacy document, whose encoding is that of the document. */
  static JsonObject ofDocument(AssetBody body) {
    return body.isMap()
        ? Values.object().add(MAP, DocumentJson.toJson(body.toMap())).build()
        : ofBytes(body.toByteArray());
  }

  /** A body in packed bytes. */
  static JsonObject ofPacked(AssetBody body) {
    if (!body.isMap()) {
      return ofBytes(body.toByteArray());
    }
    Document map = body.toMap();
    return Values.object()
        .add(MAP, DocumentJson.toJson(map))
        .add(ENCODING, name(encoding(map, body.toByteArray())))
        .build();
  }

  private static DocumentEncoding encoding(Document map, byte[] encoded) {
    return Arrays.stream(DocumentEncoding.values())
        .filter(encoding -> encodesTo(map, encoding, encoded))
        .findFirst()
        .orElseThrow();
  }

  private static boolean encodesTo(Document map, DocumentEncoding encoding, byte[] encoded) {
    try {
      return Arrays.equals(encoded, Documents.encode(map, encoding, DocumentValue.HIGHEST_NESTING));
    } catch (PackedFormatException e) {
      return false;
    }
  }

  /** Whether a body is a map. */
  static boolean isMap(JsonFields body) {
    return body.has(MAP);
  }

  /** The map as a value. */
  static Document map(JsonFields body) {
    return DocumentJson.document(body.value(MAP));
  }

  /** The map in its encoding. */
  static byte[] encodedMap(JsonFields body, int nesting) {
    return Documents.encode(map(body), encoding(body.text(ENCODING)), nesting);
  }

  private static String name(DocumentEncoding encoding) {
    return switch (encoding) {
      case BSON -> "bson";
      case MSGPACK_RAW -> "msgpack-raw";
      case MSGPACK_BIN -> "msgpack-bin";
    };
  }

  private static DocumentEncoding encoding(String name) {
    return Arrays.stream(DocumentEncoding.values())
        .filter(encoding -> name(encoding).equals(name))
        .findFirst()
        .orElseThrow(() -> new PackedFormatException("an encoding of maps that is not known"));
  }

  static JsonObject ofBytes(byte[] bytes) {
    String text = readableText(bytes);
    return text == null
        ? Values.object().add(BASE64, Base64.getEncoder().encodeToString(bytes)).build()
        : Values.object().add(TEXT, text).build();
  }

  static byte[] bytes(JsonFields body) {
    return body.has(TEXT) ? Utf8.encode(body.text(TEXT)) : body.base64(BASE64);
  }

  private static @Nullable String readableText(byte[] bytes) {
    String text = Utf8.decodeOrNull(bytes);
    return text != null && text.chars().allMatch(BodyJson::isReadable) ? text : null;
  }

  private static boolean isReadable(int unit) {
    return !Character.isISOControl(unit) || unit == '\t' || unit == '\n' || unit == '\r';
  }
}
