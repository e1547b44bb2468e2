package org.bbc1.transaction;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bbc1.transaction.codec.DocumentValue;

/**
 * The golden vectors: from the folder in the system property {@code bbc1.vectors}; if that is
 * empty, or the folder lacks a file, from the copy in the test resources.
 */
public final class Vectors {

  private Vectors() {}

  /** One file of vectors. */
  public static JsonObject file(String name) {
    String folder = System.getProperty("bbc1.vectors", "");
    try (InputStream in = open(folder, name);
        JsonReader reader = Json.createReader(in)) {
      return reader.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String folder, String name) throws IOException {
    if (!folder.isEmpty() && !Files.isDirectory(Path.of(folder))) {
      throw new IOException("bbc1.vectors names no folder: " + folder);
    }
    Path file = Path.of(folder, name);
    return folder.isEmpty() || !Files.exists(file)
        ? Objects.requireNonNull(Vectors.class.getResourceAsStream("/vectors/" + name), name)
        : Files.newInputStream(file);
  }

  /** The vectors of a file. */
  public static Stream<JsonObject> of(String name) {
    return file(name).getJsonArray("vectors").getValuesAs(JsonObject.class).stream();
  }

  /** The bytes of a hex string. */
  public static byte[] hex(JsonObject json, String key) {
    return HexFormat.of().parseHex(json.getString(key));
  }

  /** The hex form. */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Whether the key is there and not null. */
  public static boolean has(JsonObject json, String key) {
    return json.containsKey(key) && !json.isNull(key);
  }

  /** The array under the key, empty if there is none. */
  public static JsonArray array(JsonObject json, String key) {
    return has(json, key) ? json.getJsonArray(key) : JsonValue.EMPTY_JSON_ARRAY;
  }

  /** The typed tree of a map body or of a helper's argument. */
  public static DocumentValue document(JsonObject tree) {
    return switch (tree.getString("t")) {
      case "map" ->
          new DocumentValue.Document(
              array(tree, "v").getValuesAs(JsonArray.class).stream()
                  .<Map.Entry<DocumentValue, DocumentValue>>map(
                      pair ->
                          new SimpleImmutableEntry<>(
                              document(pair.getJsonObject(0)), document(pair.getJsonObject(1))))
                  .toList());
      case "list" -> new DocumentValue.Items(items(tree));
      case "str" -> new DocumentValue.Text(tree.getString("v"));
      case "bytes" -> new DocumentValue.Bytes(hex(tree, "v"));
      case "int" -> new DocumentValue.Int(new BigInteger(tree.getString("v")));
      case "float" -> new DocumentValue.Real(number(tree.getString("v")));
      case "bool" -> new DocumentValue.Bool(tree.getBoolean("v"));
      case "nil" -> new DocumentValue.Nil();
      default -> throw new IllegalArgumentException(tree.toString());
    };
  }

  private static List<DocumentValue> items(JsonObject tree) {
    return array(tree, "v").getValuesAs(JsonObject.class).stream().map(Vectors::document).toList();
  }

  private static double number(String text) {
    return switch (text) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan" -> Double.NaN;
      default -> Double.parseDouble(text);
    };
  }
}
