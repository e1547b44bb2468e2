package org.bbc1.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.bbc1.client.BbcClient;
import org.bbc1.client.ClientConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which node is asked. */
final class NodeOptions {

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "Host of the node (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(
      names = {"-p", "--port"},
      paramLabel = "PORT",
      defaultValue = "9000",
      description = "Client port of the node (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--node-key",
      paramLabel = "FILE",
      description = "Key of the node (PEM), which signs administrative commands.")
  private @Nullable Path nodeKey;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "Longest wait for an answer (default: ${DEFAULT-VALUE}).")
  private int timeout;

  ClientConfig config() {
    if (port < 1 || port > 0xffff) {
      throw new UserErrorException("no port: " + port);
    }
    if (timeout < 1) {
      throw new UserErrorException("a wait of " + timeout + " seconds is none");
    }
    return ClientConfig.of(host, port)
        .withRequestTimeout(Duration.ofSeconds(timeout))
        .withNodeKey(nodeKey == null ? null : KeyFiles.read(nodeKey));
  }

  BbcClient connect() {
    return BbcClient.connect(config());
  }
}
