package org.bbc1.fuzz;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bbc1.transaction.Vectors;

/** First inputs of the fuzz targets, taken from the golden vectors. */
final class Seeds {

  /** Larger seeds slow the fuzzer down and teach it nothing. */
  private static final int MAX_SIZE = 4096;

  private Seeds() {}

  private static Stream<byte[]> of(Stream<byte[]> seeds) {
    return seeds.filter(seed -> seed.length <= MAX_SIZE);
  }

  /** Serialised transactions with one of these wire headers, damaged ones among them. */
  static Stream<byte[]> transactions(int... headers) {
    Predicate<byte[]> wanted =
        wire ->
            wire.length >= Forms.HEADER_SIZE
                && Arrays.stream(headers).anyMatch(header -> header == header(wire));
    return of(
        Stream.concat(good(), Vectors.of("negative.json").map(vector -> hex(vector, "wire")))
            .filter(wanted));
  }

  private static Stream<byte[]> good() {
    return Stream.of(
            "current.json", "legacy-binary.json", "legacy-bson.json", "legacy-msgpack.json")
        .flatMap(Vectors::of)
        .map(Seeds::wire);
  }

  private static byte[] wire(JsonObject vector) {
    JsonObject expected = vector.getJsonObject("expected");
    return Vectors.has(expected, "wire")
        ? hex(expected, "wire")
        : HexFormat.of().parseHex("0000" + expected.getString("packed"));
  }

  /** What follows the wire header. */
  static byte[] content(byte[] wire) {
    return Arrays.copyOfRange(wire, Forms.HEADER_SIZE, wire.length);
  }

  private static int header(byte[] wire) {
    return (wire[0] & 0xff) | (wire[1] & 0xff) << 8;
  }

  /** Bodies of client frames in msgpack. */
  static Stream<byte[]> messageMaps() {
    return of(frames().map(frame -> Arrays.copyOfRange(frame, 8, frame.length)));
  }

  /** Whole client frames. */
  static Stream<byte[]> frames() {
    return of(
        Vectors.file("client-frames.json")
            .getJsonArray("sessions")
            .getValuesAs(JsonObject.class)
            .stream()
            .flatMap(
                session -> session.getJsonArray("frames").getValuesAs(JsonObject.class).stream())
            .map(frame -> hex(frame, "hex")));
  }

  /** Text members of the imports of all key vectors whose kind begins so. */
  static Stream<byte[]> keys(String kind) {
    return of(
        Vectors.of("keypair.json")
            .flatMap(key -> Vectors.array(key, "imports").getValuesAs(JsonObject.class).stream())
            .filter(data -> data.getString("kind").startsWith(kind))
            .map(data -> data.getString("data"))
            .map(
                text ->
                    kind.equals("der")
                        ? HexFormat.of().parseHex(text)
                        : text.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Public keys in DER. */
  static Stream<byte[]> publicKeys() {
    return Vectors.of("keypair.json").map(key -> hex(key, "public_key_der"));
  }

  /** Public keys in PEM. */
  static Stream<byte[]> publicKeyTexts() {
    return texts(Vectors.of("keypair.json"), "public_key_pem");
  }

  /** Certificates in PEM, good and bad ones. */
  static Stream<byte[]> certificateTexts() {
    return texts(
        Vectors.array(Vectors.file("keypair.json"), "certificates")
            .getValuesAs(JsonObject.class)
            .stream(),
        "certificate_pem");
  }

  /** Certificates in DER. */
  static Stream<byte[]> certificates() {
    return certificateTexts()
        .map(text -> new String(text, StandardCharsets.US_ASCII))
        .map(text -> text.replaceAll("-----[A-Z ]+-----", ""))
        .map(Base64.getMimeDecoder()::decode);
  }

  private static Stream<byte[]> texts(Stream<JsonObject> objects, String member) {
    return of(
        objects
            .map(object -> object.getString(member))
            .map(text -> text.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Uncompressed contents of the old transactions in a file. */
  static Stream<byte[]> contents(String file) {
    return of(
        Vectors.of(file)
            .map(vector -> vector.getJsonObject("expected"))
            .map(
                expected ->
                    Vectors.has(expected, "body")
                        ? hex(expected, "body")
                        : content(hex(expected, "wire"))));
  }

  /** A hex member of all cross-reference proofs. */
  static Stream<byte[]> proofs(String member) {
    return of(Vectors.of("crossref.json").map(vector -> hex(vector, member)));
  }

  /** TLV documents: the admin information inside the client frames. */
  static Stream<byte[]> tlv() {
    return of(
        hexStrings(
            Vectors.file("client-frames.json")
                .getJsonArray("tlv")
                .getValuesAs(JsonObject.class)
                .stream()));
  }

  private static Stream<byte[]> hexStrings(Stream<JsonObject> objects) {
    return objects
        .flatMap(object -> object.values().stream())
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).getString())
        .filter(text -> text.length() % 2 == 0 && text.matches("[0-9a-f]+"))
        .map(HexFormat.of()::parseHex);
  }

  static byte[] hex(JsonObject json, String key) {
    return Vectors.hex(json, key);
  }
}
