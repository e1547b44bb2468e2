package org.bbc1.node.config;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** One JSON object in a UTF-8 file; a fault names file, line and column. */
final class JsonFile {

  private JsonFile() {}

  static JsonObject read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ConfigurationException(file + " cannot be read: " + e.getMessage(), e);
    }
    return parse(file, decode(file, bytes));
  }

  private static JsonObject parse(Path file, String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonParsingException e) {
      JsonLocation at = e.getLocation();
      throw new ConfigurationException(
          "%s, line %d, column %d: not a JSON object"
              .formatted(file, at.getLineNumber(), at.getColumnNumber()),
          e);
    } catch (JsonException e) {
      throw new ConfigurationException(file + ", line 1, column 1: not a JSON object", e);
    }
  }

  /** Strict: a wrong byte is reported where it stands instead of being replaced. */
  private static String decode(Path file, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      long line = text.chars().filter(c -> c == '\n').count() + 1;
      int column = text.length() - text.lastIndexOf('\n');
      throw new ConfigurationException(
          "%s, line %d, column %d: not UTF-8".formatted(file, line, column));
    }
    return text;
  }
}
