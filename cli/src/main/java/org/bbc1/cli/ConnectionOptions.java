package org.bbc1.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.bbc1.client.BbcAsyncClient;
import org.bbc1.client.BbcClient;
import org.bbc1.client.ClientConfig;
import org.bbc1.client.ClientListener;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which node is asked, and how long. Source: configuration-and-tools section 6. */
abstract class ConnectionOptions {

  /** Where a node keeps its key unless its working folder is another one. */
  private static final Path USUAL_NODE_KEY = Path.of(".bbc1", "node_key.pem");

  @Option(
      names = {"--host", "-4", "--ip4address"},
      paramLabel = "HOST",
      defaultValue = "${env:BBC1_HOST:-127.0.0.1}",
      description = "Host of the node (default: BBC1_HOST or 127.0.0.1).")
  private String host = "127.0.0.1";

  @Option(
      names = {"-6", "--ip6address"},
      paramLabel = "ADDRESS",
      description = "IPv6 address of the node; wins over --host.")
  private @Nullable String ip6Address;

  @Option(
      names = {"-p", "--port"},
      paramLabel = "PORT",
      defaultValue = "${env:BBC1_PORT:-9000}",
      description = "Client port of the node (default: BBC1_PORT or 9000).")
  private int port;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "Longest wait for an answer of the node (default: ${DEFAULT-VALUE}).")
  private int timeout;

  /** The key file that the user named, or null. */
  abstract @Nullable Path nodeKey();

  ClientConfig config() {
    if (port < 1 || port > 0xffff) {
      throw new UserErrorException("no port: " + port);
    }
    if (timeout < 1) {
      throw new UserErrorException("a wait of " + timeout + " seconds is none");
    }
    Path key = nodeKeyFile();
    return ClientConfig.of(ip6Address == null ? host : ip6Address, port)
        .withRequestTimeout(timeout())
        .withNodeKey(key == null ? null : KeyFiles.read(key));
  }

  Duration timeout() {
    return Duration.ofSeconds(timeout);
  }

  BbcClient connect() {
    return BbcClient.connect(config());
  }

  /** The same for a command in which a person may take this long to answer. */
  BbcClient connect(Duration longestWait) {
    Duration limit = timeout().compareTo(longestWait) > 0 ? timeout() : longestWait;
    return BbcClient.connect(config().withRequestTimeout(limit));
  }

  /** The same with somebody who gets what others send. */
  BbcClient connect(ClientListener listener) {
    return new BbcClient(BbcAsyncClient.connect(config(), listener));
  }

  private @Nullable Path nodeKeyFile() {
    Path named = nodeKey();
    return named == null && Files.isReadable(USUAL_NODE_KEY) ? USUAL_NODE_KEY : named;
  }
}
