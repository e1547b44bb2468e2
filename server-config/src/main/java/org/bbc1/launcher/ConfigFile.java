package org.bbc1.launcher;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * The one setting of {@code config.json} that is needed before the node's own code runs: the client
 * port, which the resource adapter binds. The node reads and checks the file as a whole.
 */
final class ConfigFile {
  private static final String CLIENT = "client";
  private static final String PORT = "port";
  private static final int HIGHEST_PORT = 65_535;

  private ConfigFile() {}

  /** {@code client.port}, empty if the file or the key is missing. */
  static OptionalInt clientPort(Path file) throws StartFailure {
    if (!Files.exists(file)) {
      return OptionalInt.empty();
    }
    try (InputStream in = Files.newInputStream(file);
        JsonParser json = new JsonFactory().createParser(in)) {
      return enterMember(json, CLIENT) && enterMember(json, PORT)
          ? OptionalInt.of(port(json.getIntValue(), file))
          : OptionalInt.empty();
    } catch (JsonProcessingException e) {
      throw new StartFailure(
          ExitCode.WORKING_FOLDER,
          file
              + " line "
              + e.getLocation().getLineNr()
              + " column "
              + e.getLocation().getColumnNr()
              + ": "
              + e.getOriginalMessage());
    } catch (IOException e) {
      throw new StartFailure(ExitCode.WORKING_FOLDER, file + " cannot be read: " + e.getMessage());
    }
  }

  private static int port(int number, Path file) throws StartFailure {
    if (number < 0 || number > HIGHEST_PORT) {
      throw new StartFailure(
          ExitCode.WORKING_FOLDER, file + ": client.port must be an integer from 0 to 65535");
    }
    return number;
  }

  /** Moves to the value of the named member of the object that starts next. */
  private static boolean enterMember(JsonParser json, String name) throws IOException {
    JsonToken start = json.hasCurrentToken() ? json.currentToken() : json.nextToken();
    if (start != JsonToken.START_OBJECT) {
      return false;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = json.currentName().equals(name);
      json.nextToken();
      if (found) {
        return true;
      }
      json.skipChildren();
    }
    return false;
  }
}
