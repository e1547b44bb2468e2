package org.bbc1.node.command;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.bbc1.error.StatusCode;

/** The configuration that a client sends along with SETUP_DOMAIN: one small JSON object. */
final class DomainOverlay {

  private static final int MAX_BYTES = 65_536;
  private static final int MAX_DEPTH = 32;
  private static final String REASON = "bbc_configuration is not a JSON object";

  private DomainOverlay() {}

  /**
   * @throws CommandException if it is no JSON object, larger than 64 KiB or deeper than 32 levels
   */
  static JsonObject parse(byte[] text) {
    if (text.length > MAX_BYTES || depth(text) > MAX_DEPTH) {
      throw refused();
    }
    try (JsonReader reader = Json.createReader(new StringReader(decode(text)))) {
      return reader.readObject();
    } catch (JsonException | CharacterCodingException e) {
      throw refused();
    }
  }

  private static String decode(byte[] text) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
  }

  /** An upper bound: brackets within texts count as well. */
  private static int depth(byte[] text) {
    int depth = 0;
    int deepest = 0;
    for (byte c : text) {
      if (c == '{' || c == '[') {
        deepest = Math.max(deepest, ++depth);
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    return deepest;
  }

  private static CommandException refused() {
    return new CommandException(StatusCode.EINVALID_COMMAND, REASON);
  }
}
