package org.bbc1.node.config;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code config.json} as a document, for tools that edit it while no node runs on it. A node uses
 * {@link NodeConfiguration}. Source: configuration-and-tools sections 1.2 and 6.3.
 */
public final class ConfigurationFile {

  private static final int INDENT = 4;

  private ConfigurationFile() {}

  /**
   * What is in the file as it is, or the built-in configuration with this working directory if
   * there is no file.
   *
   * @throws ConfigurationException if it is no JSON object, with line and column, or unreadable
   */
  public static JsonObject read(Path file, Path workingDirectory) {
    return Files.exists(file)
        ? JsonFile.read(file)
        : JsonMerge.with(
            Defaults.json(), "workingdir", Json.createValue(workingDirectory.toString()));
  }

  /**
   * Why a node would not start with this configuration; empty if it would. What is not in there has
   * its default.
   */
  public static List<String> faults(Path file, JsonObject configuration) {
    try {
      ConfigurationCheck.check(file.toString(), JsonMerge.deep(Defaults.json(), configuration));
      return List.of();
    } catch (ConfigurationException e) {
      return e.faults();
    }
  }

  /** The text of the file: one entry a line, four spaces a level. */
  public static String text(JsonObject configuration) {
    return JsonText.write(configuration, INDENT);
  }

  /**
   * Replaces the file in one step, readable by its owner only; folders that are missing are made.
   *
   * @throws ConfigurationException if it cannot be written
   */
  public static void write(Path file, JsonObject configuration) {
    try {
      AtomicFile.replace(file, text(configuration).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ConfigurationException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
