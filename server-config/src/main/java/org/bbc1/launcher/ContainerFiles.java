package org.bbc1.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** The files the server reads at start, written below the runtime folder. */
final class ContainerFiles {
  /** Resource adapter before the application that uses it. */
  private static final List<String> ARCHIVES = List.of("connector.rar", "bbc1.war");

  private static final String PACKED = "/BBC1-INF/";

  private final Path folder;

  ContainerFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes the files and returns the server's arguments. */
  List<String> write(Settings settings, Verbosity verbosity) throws IOException {
    Files.createDirectories(folder);
    Path commands = Files.writeString(folder.resolve("pre-boot.txt"), commands(settings), UTF_8);
    Path logging = folder.resolve("logging.properties");
    try (Writer out = Files.newBufferedWriter(logging, UTF_8)) {
      logging(verbosity).store(out, null);
    }
    System.setProperty("java.util.logging.config.file", logging.toString());
    Path adapter = unpack(ARCHIVES.get(0));
    Path application = unpack(ARCHIVES.get(1));
    return List.of(
        "--rootdir",
        folder.resolve("server").toString(),
        "--nocluster",
        "--disablephonehome",
        "--port",
        Integer.toString(settings.httpPort()),
        "--prebootcommandfile",
        commands.toString(),
        "--contextroot",
        "/",
        "--deploy",
        adapter.toString(),
        "--deploy",
        application.toString());
  }

  /**
   * Hazelcast opens a port on every address even without a cluster, and with it gone only
   * non-persistent timers work; the MDB pool must hold every message the connector lets in at once.
   */
  static String commands(Settings settings) {
    String config = "set configs.config.server-config.";
    return String.join(
        "\n",
        config
            + "network-config.network-listeners.network-listener.http-listener.address="
            + settings.httpAddress(),
        config + "hazelcast-config-specific-configuration.enabled=false",
        config + "ejb-container.ejb-timer-service.ejb-timer-service=None",
        config + "ejb-container.ejb-timer-service.minimum-delivery-interval-in-millis=10",
        config + "mdb-container.max-pool-size=256",
        "");
  }

  static Properties logging(Verbosity verbosity) {
    Properties logging = new Properties();
    logging.setProperty("handlers", NodeLogHandler.class.getName());
    logging.setProperty(".level", verbosity.container().getName());
    for (String logger : NodeLoggers.NAMES) {
      logging.setProperty(logger + ".level", verbosity.node().getName());
    }
    return logging;
  }

  private Path unpack(String archive) throws IOException {
    Path target = folder.resolve(archive);
    try (InputStream in = ContainerFiles.class.getResourceAsStream(PACKED + archive)) {
      if (in == null) {
        throw new IOException("this jar was packed without " + archive);
      }
      Files.copy(in, target);
    }
    return target;
  }
}
