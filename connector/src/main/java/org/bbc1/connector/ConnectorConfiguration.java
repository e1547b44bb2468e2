package org.bbc1.connector;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The checked settings of the connector. Source: client-protocol section 16.
 *
 * @param clientAddress address the client port is bound to ({@code bbc1.client.address}, default
 *     127.0.0.1)
 * @param clientPort TCP port, 0 for any free one ({@code bbc1.client.port}, default 9000)
 * @param maxFrameBytes longest body of a received frame in bytes ({@code
 *     bbc1.client.max-frame-bytes}, default 16 MiB)
 * @param maxConnections connections served at once ({@code bbc1.client.max-connections}, default
 *     1000)
 * @param halfFrameTimeout time after which a begun frame without progress closes its connection
 *     ({@code bbc1.client.half-frame-timeout-ms}, default 60 s)
 * @param idleTimeout time after which a connection without traffic is closed, zero for never
 *     ({@code bbc1.client.idle-timeout-ms}, default never)
 * @param maxQueuedBytes bytes that may wait to be sent on one connection ({@code
 *     bbc1.client.max-queued-bytes}, default 64 MiB)
 * @param maxConnectionsPerAddress connections from one remote address ({@code
 *     bbc1.client.max-connections-per-address}, default 0 = any number)
 * @param maxTotalBytes memory that all connections together may take, in bytes: half frames,
 *     waiting and processed messages, what waits to be sent ({@code bbc1.client.max-total-bytes},
 *     default a quarter of the heap, at least four largest frames)
 * @param maxValues values that one message may consist of, keys included ({@code
 *     bbc1.client.max-values}, default 131072)
 * @param workers threads that decode and deliver messages ({@code bbc1.connector.workers}, default
 *     4 per processor, at least 8)
 */
public record ConnectorConfiguration(
    InetAddress clientAddress,
    int clientPort,
    int maxFrameBytes,
    int maxConnections,
    Duration halfFrameTimeout,
    Duration idleTimeout,
    long maxQueuedBytes,
    int maxConnectionsPerAddress,
    long maxTotalBytes,
    int maxValues,
    int workers) {

  /** Default of {@code bbc1.client.port}, the port the Python clients know. */
  public static final int DEFAULT_CLIENT_PORT = 9000;

  /**
   * Reads and checks all settings.
   *
   * @param source gives the text of a key, or nothing where the default applies
   * @throws ConnectorConfigurationException if any setting is wrong; it names every fault, not only
   *     the first
   */
  public static ConnectorConfiguration read(Function<String, Optional<String>> source) {
    return new ConfigurationReader(source).read();
  }
}
