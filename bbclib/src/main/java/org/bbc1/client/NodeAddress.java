package org.bbc1.client;

import org.jspecify.annotations.Nullable;

/**
 * Where a node is reached by other nodes.
 *
 * @param ipv4 literal IPv4 address; null, empty or {@code 0.0.0.0} for none, which is kept as null
 * @param ipv6 literal IPv6 address; null, empty or {@code ::} for none, which is kept as null
 * @param port for UDP and TCP, 1 to 65535
 */
public record NodeAddress(@Nullable String ipv4, @Nullable String ipv6, int port) {

  /** The port between nodes by default. */
  public static final int DEFAULT_PORT = 6641;

  /**
   * Checks port and presence of an address; whether the addresses are literal ones is for the node
   * to say.
   *
   * @throws IllegalArgumentException if there is no address or no such port
   */
  public NodeAddress {
    ipv4 = presentOrNull(ipv4, "0.0.0.0");
    ipv6 = presentOrNull(ipv6, "::");
    if (ipv4 == null && ipv6 == null) {
      throw new IllegalArgumentException("neither an IPv4 nor an IPv6 address");
    }
    if (port < 1 || port > 0xffff) {
      throw new IllegalArgumentException("no port: " + port);
    }
  }

  /** An IPv4 address. */
  public static NodeAddress ofIpv4(String address, int port) {
    return new NodeAddress(address, null, port);
  }

  /** An IPv6 address. */
  public static NodeAddress ofIpv6(String address, int port) {
    return new NodeAddress(null, address, port);
  }

  private static @Nullable String presentOrNull(@Nullable String address, String absent) {
    return address == null || address.isEmpty() || address.equals(absent) ? null : address;
  }
}
