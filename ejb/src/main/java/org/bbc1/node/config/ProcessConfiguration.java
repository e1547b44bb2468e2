package org.bbc1.node.config;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.bbc1.transaction.ReadLimits;
import org.bbc1.transaction.codec.DocumentValue;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the process, keys {@code bbc1.*}: command line options, environment or system
 * properties. What was not given does not override {@code config.json}.
 *
 * @param workingDirectory the working folder ({@code bbc1.workingdir}, default {@code .bbc1})
 * @param configFile {@code bbc1.config}; absent: {@code config.json} in the working folder
 * @param defaultConfigFile {@code bbc1.default-config}
 * @param clientAddress {@code bbc1.client.address}, default 127.0.0.1
 * @param clientPort {@code bbc1.client.port}, 0 = a free one, also if {@code bbc1.client.free-port}
 *     is true
 * @param p2pPort {@code bbc1.p2p.port}
 * @param useNodeKey {@code bbc1.use-node-key}
 * @param domain0 {@code bbc1.domain0}: take part in domain_global_0
 * @param ledgerSubsystem {@code bbc1.ledger-subsystem}: start the ledger subsystem in every domain
 * @param ip4Address {@code bbc1.ip4addr}: IPv4 address told to other nodes
 * @param ip6Address {@code bbc1.ip6addr}: IPv6 address told to other nodes
 * @param database {@code bbc1.db.*}
 * @param limits bounds of this process
 * @param logLevel {@code bbc1.log.level}
 */
public record ProcessConfiguration(
    Path workingDirectory,
    @Nullable Path configFile,
    @Nullable Path defaultConfigFile,
    String clientAddress,
    OptionalInt clientPort,
    OptionalInt p2pPort,
    Optional<Boolean> useNodeKey,
    boolean domain0,
    boolean ledgerSubsystem,
    @Nullable String ip4Address,
    @Nullable String ip6Address,
    Database database,
    Limits limits,
    String logLevel) {

  /** Where the ledger is; empty texts stand for the packaged defaults. */
  public record Database(String driverClass, String subUrl, String user, Secret password) {}

  /**
   * Bounds of this process.
   *
   * @param maxFrameBytes largest frame in either direction ({@code bbc1.client.max-frame-bytes},
   *     default 16 MiB)
   * @param maxUsersPerConnection bindings one connection may hold ({@code bbc1.client.max-users},
   *     default 1000)
   * @param validationThreads {@code bbc1.validation.threads}, default the number of processors
   * @param maxValidationBytes what may wait for signature checks, and again what may wait to be
   *     written to files, in bytes ({@code bbc1.validation.max-queued-bytes}, default 64 MiB)
   * @param queryThreads {@code bbc1.query.threads}, default 8; keep it below the size of the
   *     connection pool
   * @param messaging {@code bbc1.messaging.*}
   * @param transactions for reading what clients insert: as much on the wire as a frame holds,
   *     {@code bbc1.transaction.max-content-bytes} (of a compressed one, default 16 MiB), {@code
   *     bbc1.transaction.max-ratio} (default 100), {@code bbc1.transaction.max-nesting} (default
   *     32), {@code bbc1.transaction.max-parts} (default 0 = no limit)
   * @param network of what concerns other nodes
   */
  public record Limits(
      int maxFrameBytes,
      int maxUsersPerConnection,
      int validationThreads,
      long maxValidationBytes,
      int queryThreads,
      MessagingLimits messaging,
      ReadLimits transactions,
      NetworkLimits network) {

    /**
     * Content of a compressed transaction unless configured, in bytes: 16 MiB, as much as a plain
     * one fits into a frame. Old documents take many times their size in memory when they are read.
     */
    public static final int DEFAULT_CONTENT = 16 << 20;

    /** Largest content of a compressed transaction that can be configured, in bytes: 1 GiB. */
    public static final int LARGEST_CONTENT = 1 << 30;
  }

  /**
   * Reads the settings from a source such as MicroProfile Config.
   *
   * @throws ConfigurationException with every fault
   */
  public static ProcessConfiguration read(Function<String, Optional<String>> source) {
    Settings settings = new Settings(source);
    Path workingDirectory = settings.path("bbc1.workingdir");
    ProcessConfiguration configuration =
        new ProcessConfiguration(
            workingDirectory == null ? Path.of(".bbc1") : workingDirectory,
            settings.path("bbc1.config"),
            settings.path("bbc1.default-config"),
            settings.text("bbc1.client.address", "127.0.0.1"),
            clientPort(settings),
            settings.integer("bbc1.p2p.port", 0, 65_535),
            settings.bool("bbc1.use-node-key"),
            settings.bool("bbc1.domain0").orElse(false),
            settings.bool("bbc1.ledger-subsystem").orElse(false),
            settings.optionalText("bbc1.ip4addr"),
            settings.optionalText("bbc1.ip6addr"),
            database(settings),
            limits(settings),
            settings.text("bbc1.log.level", "debug"));
    settings.throwIfFaulty();
    return configuration;
  }

  /** The launcher names the free port it found, and that it was not asked for. */
  private static OptionalInt clientPort(Settings settings) {
    OptionalInt port = settings.integer("bbc1.client.port", 0, 65_535);
    return settings.bool("bbc1.client.free-port").orElse(false) ? OptionalInt.of(0) : port;
  }

  private static Database database(Settings settings) {
    return new Database(
        settings.text("bbc1.db.class", ""),
        settings.text("bbc1.db.suburl", ""),
        settings.text("bbc1.db.user", ""),
        new Secret(settings.text("bbc1.db.password", "")));
  }

  private static Limits limits(Settings settings) {
    int maxFrameBytes =
        settings
            .integer("bbc1.client.max-frame-bytes", 1024, Integer.MAX_VALUE)
            .orElse(16 * 1024 * 1024);
    return new Limits(
        maxFrameBytes,
        settings.integer("bbc1.client.max-users", 1, Integer.MAX_VALUE).orElse(1000),
        settings
            .integer("bbc1.validation.threads", 1, 1024)
            .orElse(Runtime.getRuntime().availableProcessors()),
        settings
            .integer("bbc1.validation.max-queued-bytes", 1, Integer.MAX_VALUE)
            .orElse(64 * 1024 * 1024),
        settings.integer("bbc1.query.threads", 1, 1024).orElse(8),
        MessagingLimits.read(settings),
        transactions(settings, maxFrameBytes),
        NetworkLimits.read(settings));
  }

  private static ReadLimits transactions(Settings settings, int maxFrameBytes) {
    ReadLimits defaults = ReadLimits.DEFAULT;
    return new ReadLimits(
        maxFrameBytes,
        settings
            .integer("bbc1.transaction.max-content-bytes", 1024, Limits.LARGEST_CONTENT)
            .orElse(Limits.DEFAULT_CONTENT),
        settings
            .integer("bbc1.transaction.max-ratio", 1, Integer.MAX_VALUE)
            .orElse(defaults.ratio()),
        settings
            .integer("bbc1.transaction.max-nesting", 1, DocumentValue.HIGHEST_NESTING)
            .orElse(defaults.nesting()),
        settings
            .integer("bbc1.transaction.max-parts", 0, Integer.MAX_VALUE)
            .orElse(defaults.parts()));
  }

  /** The configuration file in use. */
  public Path effectiveConfigFile() {
    return configFile == null ? workingDirectory.resolve("config.json") : configFile;
  }

  /**
   * What these settings put over {@code config.json}; a free port (0) is no lasting choice and
   * stays out.
   */
  JsonObject configurationOverrides() {
    JsonObjectBuilder client = Json.createObjectBuilder();
    clientPort.stream().filter(port -> port != 0).forEach(port -> client.add("port", port));
    useNodeKey.ifPresent(use -> client.add("use_node_key", use));
    JsonObjectBuilder network = Json.createObjectBuilder();
    p2pPort.stream().filter(port -> port != 0).forEach(port -> network.add("p2p_port", port));
    return Json.createObjectBuilder().add("client", client).add("network", network).build();
  }
}
