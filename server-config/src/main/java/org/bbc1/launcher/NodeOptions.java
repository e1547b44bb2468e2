package org.bbc1.launcher;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The command line: the reference's options with their names, and the ports and addresses it lacks.
 */
@Command(
    name = "bbc1-node",
    description = "BBc-1 core node.",
    sortOptions = false,
    usageHelpAutoWidth = true,
    footer = {
      "",
      "The same settings, and those of the database, can be given as system properties or",
      "environment variables (bbc1.db.suburl, BBC1_DB_SUBURL); an option wins over both.",
      "Exit codes: 0 done, 1 start failed, 2 wrong usage, 3 working folder, 4 port taken,",
      "5 database; 143 and 130 after a clean stop by SIGTERM and Ctrl-C."
    })
final class NodeOptions {

  @Option(
      names = {"-cp", "--coreport"},
      paramLabel = "N",
      description = "client port; 0: a free one (default: config.json, else 9000)")
  @Nullable Integer corePort;

  @Option(
      names = "--coreaddress",
      paramLabel = "A",
      description = "address the client port is bound to (default 127.0.0.1)")
  @Nullable String coreAddress;

  @Option(
      names = {"-pp", "--p2pport"},
      paramLabel = "N",
      description = "port towards other nodes, TCP and UDP (default: config.json, else 6641)")
  @Nullable Integer p2pPort;

  @Option(
      names = "--http-port",
      paramLabel = "N",
      description = "port of REST and health; 0: a free one (default 8080)")
  @Nullable Integer httpPort;

  @Option(
      names = "--http-address",
      paramLabel = "A",
      description = "address the HTTP port is bound to (default 127.0.0.1)")
  @Nullable String httpAddress;

  @Option(
      names = {"-w", "--workingdir"},
      paramLabel = "DIR",
      description = "working folder, made if missing (default .bbc1)")
  @Nullable Path workingFolder;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "configuration file (default DIR/config.json)")
  @Nullable Path config;

  @Option(
      names = "--default_config",
      paramLabel = "FILE",
      description = "file whose top-level keys replace those of the configuration file")
  @Nullable Path defaultConfig;

  @Option(names = "--nodekey", description = "require signed admin commands")
  boolean nodeKey;

  @Option(
      names = "--no_nodekey",
      description = "do not require signed admin commands; wins over --nodekey")
  boolean noNodeKey;

  @Option(names = "--domain0", description = "take part in domain_global_0")
  boolean domain0;

  @Option(names = "--ledgersubsystem", description = "start the ledger subsystem in every domain")
  boolean ledgerSubsystem;

  @Option(names = "--ip4addr", paramLabel = "A", description = "IPv4 address told to other nodes")
  @Nullable String ip4Address;

  @Option(names = "--ip6addr", paramLabel = "A", description = "IPv6 address told to other nodes")
  @Nullable String ip6Address;

  @Option(
      names = {"-l", "--log"},
      paramLabel = "FILE",
      description = "log file; - is standard error (default -)")
  String log = "-";

  @Option(
      names = {"-v", "--verbose_level"},
      paramLabel = "LEVEL",
      description = "all, debug, info, warning, error, critical or none (default info)")
  Verbosity verbosity = Verbosity.INFO;

  @Option(
      names = {"-d", "--daemon"},
      description = "run in the background; returns when the node is ready")
  boolean daemon;

  @Option(
      names = {"-k", "--kill"},
      description = "stop the node that runs in the working folder")
  boolean kill;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "show the version and exit")
  boolean version;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this text and exit")
  boolean help;
}
