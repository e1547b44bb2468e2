package org.bbc1.client;

import java.time.Duration;
import org.bbc1.crypto.KeyPair;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a node.
 *
 * @param host name or address
 * @param port client port of the node
 * @param connectTimeout longest time for making the connection
 * @param requestTimeout longest time between a request and its answer
 * @param maxFrameBytes longest body in bytes that is sent or accepted
 * @param nodeKey key that signs the admin commands, or null to send them unsigned
 * @param reconnection what to do when the connection is lost
 */
public record ClientConfig(
    String host,
    int port,
    Duration connectTimeout,
    Duration requestTimeout,
    int maxFrameBytes,
    @Nullable KeyPair nodeKey,
    Reconnection reconnection) {

  /** The port that core nodes use by default. */
  public static final int DEFAULT_PORT = 9000;

  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);
  private static final int DEFAULT_MAX_FRAME_BYTES = 128 << 20;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there is no such port, a limit is not positive, or a time
   *     is not from 1 to 2147483647 ms
   */
  public ClientConfig {
    if (port < 1 || port > 0xffff) {
      throw new IllegalArgumentException("no port: " + port);
    }
    requireTime("making the connection", connectTimeout);
    requireTime("an answer", requestTimeout);
    if (maxFrameBytes < 1) {
      throw new IllegalArgumentException("frames of " + maxFrameBytes + " bytes hold nothing");
    }
  }

  private static void requireTime(String forWhat, Duration time) {
    if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(time + " is no time for " + forWhat);
    }
  }

  /**
   * Ten seconds for the connection, thirty for an answer, frames up to 128 MiB, no node key, no
   * reconnection.
   */
  public static ClientConfig of(String host, int port) {
    return new ClientConfig(
        host,
        port,
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        DEFAULT_MAX_FRAME_BYTES,
        null,
        Reconnection.NEVER);
  }

  /** The same with another time for answers. */
  public ClientConfig withRequestTimeout(Duration timeout) {
    return new ClientConfig(
        host, port, connectTimeout, timeout, maxFrameBytes, nodeKey, reconnection);
  }

  /** The same with another limit for bodies, in bytes. */
  public ClientConfig withMaxFrameBytes(int limit) {
    return new ClientConfig(
        host, port, connectTimeout, requestTimeout, limit, nodeKey, reconnection);
  }

  /** The same with this node key, or without any. */
  public ClientConfig withNodeKey(@Nullable KeyPair key) {
    return new ClientConfig(
        host, port, connectTimeout, requestTimeout, maxFrameBytes, key, reconnection);
  }

  /** The same with another way to deal with a lost connection. */
  public ClientConfig withReconnection(Reconnection policy) {
    return new ClientConfig(
        host, port, connectTimeout, requestTimeout, maxFrameBytes, nodeKey, policy);
  }
}
