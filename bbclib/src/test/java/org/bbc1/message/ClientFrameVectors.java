package org.bbc1.message;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The captured frames of {@code client-frames.json}, from the folder in {@code bbc1.vectors} or the
 * test resources.
 */
public final class ClientFrameVectors {

  private static final String FILE = "client-frames.json";

  /** One captured frame of a session. */
  public record Frame(String session, JsonObject json) {
    public byte[] bytes() {
      return hex(json, "hex");
    }

    public boolean has(String name) {
      return json.containsKey(name);
    }

    /** The msgpack map of the frame, decrypted where it was encrypted. */
    public byte[] plainBody() {
      byte[] frame = bytes();
      return has("plaintext_msgpack")
          ? hex(json, "plaintext_msgpack")
          : java.util.Arrays.copyOfRange(frame, FrameHeader.SIZE, frame.length);
    }

    Map<Integer, Value> decoded() {
      return fields(json.getJsonArray("decoded"));
    }

    @Override
    public String toString() {
      return session + " #" + json.getInt("index") + " " + json.getString("command");
    }
  }

  private ClientFrameVectors() {}

  public static JsonObject root() {
    String folder = System.getProperty("bbc1.vectors", "");
    try (InputStream in = open(folder);
        JsonReader reader = Json.createReader(in)) {
      return reader.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String folder) throws IOException {
    return folder.isEmpty()
        ? Objects.requireNonNull(ClientFrameVectors.class.getResourceAsStream("/vectors/" + FILE))
        : Files.newInputStream(Path.of(folder, FILE));
  }

  public static Stream<JsonObject> sessions() {
    return root().getJsonArray("sessions").getValuesAs(JsonObject.class).stream();
  }

  public static Stream<Frame> frames() {
    return sessions()
        .flatMap(
            session ->
                session.getJsonArray("frames").getValuesAs(JsonObject.class).stream()
                    .map(frame -> new Frame(session.getString("session"), frame)));
  }

  public static byte[] hex(JsonObject json, String name) {
    return HexFormat.of().parseHex(json.getString(name));
  }

  static Map<Integer, Value> fields(JsonArray decoded) {
    Map<Integer, Value> fields = new LinkedHashMap<>();
    for (JsonObject field : decoded.getValuesAs(JsonObject.class)) {
      fields.put(HexFormat.fromHexDigits(field.getString("key")), value(field.get("value")));
    }
    return fields;
  }

  static Value value(JsonValue json) {
    return switch (json.getValueType()) {
      case NULL -> Value.nil();
      case TRUE -> new Value.Bool(true);
      case FALSE -> new Value.Bool(false);
      case NUMBER -> new Value.Int(((JsonNumber) json).longValueExact());
      case ARRAY -> list((JsonArray) json);
      case OBJECT -> object((JsonObject) json);
      case STRING ->
          throw new IllegalArgumentException("bare text " + ((JsonString) json).getString());
    };
  }

  private static Value list(JsonArray json) {
    List<Value> items = new ArrayList<>();
    json.forEach(item -> items.add(value(item)));
    return new Value.ListValue(items);
  }

  private static Value object(JsonObject json) {
    if (json.containsKey("bytes")) {
      return new Value.Bytes(hex(json, "bytes"));
    }
    if (json.containsKey("text")) {
      return new Value.Text(json.getString("text"));
    }
    Map<Value, Value> entries = new LinkedHashMap<>();
    for (JsonArray entry : json.getJsonArray("map").getValuesAs(JsonArray.class)) {
      entries.put(value(entry.get(0)), value(entry.get(1)));
    }
    return new Value.MapValue(entries);
  }
}
