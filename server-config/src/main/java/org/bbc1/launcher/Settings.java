package org.bbc1.launcher;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one start: an option wins over a system property, that over an environment
 * variable, that over the configuration file, that over the default.
 *
 * @param properties system properties to set, for MicroProfile Config to find
 */
record Settings(
    Path workingFolder,
    String clientAddress,
    int clientPort,
    String httpAddress,
    int httpPort,
    Map<String, String> properties) {

  static final String LOOPBACK = "127.0.0.1";
  static final int DEFAULT_CLIENT_PORT = 9000;
  static final int DEFAULT_HTTP_PORT = 8080;

  private static final int HIGHEST_PORT = 65_535;
  private static final String POSTGRESQL = "postgresql:";

  /** Looks up a value that no option gave: system property, then environment variable. */
  static UnaryOperator<@Nullable String> environment(
      Map<Object, Object> systemProperties, Map<String, String> variables) {
    return key -> {
      Object property = systemProperties.get(key);
      return property instanceof String text
          ? text
          : variables.get(key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
    };
  }

  static Settings resolve(NodeOptions options, Path folder, UnaryOperator<@Nullable String> given)
      throws StartFailure {
    Map<String, String> set = new TreeMap<>();
    set.put("bbc1.workingdir", folder.toString());
    Path config =
        Optional.ofNullable(options.config)
            .or(() -> Optional.ofNullable(given.apply("bbc1.config")).map(Path::of))
            .orElse(folder.resolve("config.json"))
            .toAbsolutePath();
    set.put("bbc1.config", config.toString());
    put(set, "bbc1.p2p.port", options.p2pPort);
    put(set, "bbc1.default-config", absolute(options.defaultConfig));
    put(set, "bbc1.ip4addr", options.ip4Address);
    put(set, "bbc1.ip6addr", options.ip6Address);
    if (options.nodeKey || options.noNodeKey) {
      set.put("bbc1.use-node-key", Boolean.toString(!options.noNodeKey));
    }
    if (options.domain0) {
      set.put("bbc1.domain0", "true");
    }
    if (options.ledgerSubsystem) {
      set.put("bbc1.ledger-subsystem", "true");
    }
    put(set, "bbc1.log.level", options.verbosity.name().toLowerCase(Locale.ROOT));
    database(set, folder, given);

    String clientAddress = text(options.coreAddress, given.apply("bbc1.client.address"));
    String httpAddress = text(options.httpAddress, given.apply("bbc1.http.address"));
    int clientPort =
        port("bbc1.client.port", options.corePort, given)
            .orElse(configuredPort(config, set.get("bbc1.default-config"), given));
    int httpPort = port("bbc1.http.port", options.httpPort, given).orElse(DEFAULT_HTTP_PORT);
    return new Settings(folder, clientAddress, clientPort, httpAddress, httpPort, set);
  }

  /** The same with the ports that were found free. */
  Settings withPorts(int client, int http) {
    Map<String, String> set = new TreeMap<>(properties);
    set.put("bbc1.client.address", clientAddress);
    set.put("bbc1.client.port", Integer.toString(client));
    set.put("bbc1.client.free-port", Boolean.toString(clientPort == 0));
    set.put("bbc1.http.address", httpAddress);
    set.put("bbc1.http.port", Integer.toString(http));
    return new Settings(workingFolder, clientAddress, client, httpAddress, http, set);
  }

  private static void database(
      Map<String, String> set, Path folder, UnaryOperator<@Nullable String> given)
      throws StartFailure {
    String subUrl = given.apply("bbc1.db.suburl");
    if (subUrl == null) {
      set.put("bbc1.db.suburl", H2Url.subUrl(folder));
    } else if (subUrl.startsWith(POSTGRESQL) && given.apply("bbc1.db.class") == null) {
      set.put("bbc1.db.class", "org.postgresql.ds.PGSimpleDataSource");
    }
  }

  /** The file named last counts, as it does for the node. */
  private static int configuredPort(
      Path config, @Nullable String defaultConfig, UnaryOperator<@Nullable String> given)
      throws StartFailure {
    String second = defaultConfig != null ? defaultConfig : given.apply("bbc1.default-config");
    OptionalInt port =
        second == null ? OptionalInt.empty() : ConfigFile.clientPort(Path.of(second));
    return port.orElse(ConfigFile.clientPort(config).orElse(DEFAULT_CLIENT_PORT));
  }

  private static OptionalInt port(
      String key, @Nullable Integer option, UnaryOperator<@Nullable String> given)
      throws StartFailure {
    String text = option != null ? option.toString() : given.apply(key);
    if (text == null) {
      return OptionalInt.empty();
    }
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= HIGHEST_PORT) {
        return OptionalInt.of(port);
      }
    } catch (NumberFormatException e) {
      // told below, with the out-of-range ones
    }
    throw new StartFailure(ExitCode.USAGE, key + " is not a port number (0 to 65535): " + text);
  }

  private static String text(@Nullable String option, @Nullable String given) {
    if (option != null) {
      return option;
    }
    return given != null ? given : LOOPBACK;
  }

  private static @Nullable Path absolute(@Nullable Path path) {
    return path == null ? null : path.toAbsolutePath();
  }

  private static void put(Map<String, String> set, String key, @Nullable Object value) {
    if (value != null) {
      set.put(key, value.toString());
    }
  }
}
