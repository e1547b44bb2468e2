package org.bbc1.node.config;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The built-in configuration (spec configuration-and-tools 1.2). */
final class Defaults {

  private static final JsonObject JSON = load();

  private Defaults() {}

  static JsonObject json() {
    return JSON;
  }

  private static JsonObject load() {
    try (InputStream in =
            Objects.requireNonNull(Defaults.class.getResourceAsStream("defaults.json"));
        JsonReader reader = Json.createReader(in)) {
      return reader.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
