package org.bbc1.node.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.List;
import java.util.function.Predicate;
import org.bbc1.node.config.ConfigurationException;
import org.bbc1.node.config.NodeAddress;
import org.jspecify.annotations.Nullable;

/**
 * The address of this node that others are told (spec configuration-and-tools 2, 9): the one of the
 * options, else that of a network interface; nobody outside is asked.
 */
public final class OwnAddress {

  private static final String LOOPBACK = "127.0.0.1";

  private OwnAddress() {}

  /**
   * The address to tell.
   *
   * @param ip4Address option {@code --ip4addr}
   * @param ip6Address option {@code --ip6addr}
   * @param ofInterfaces addresses of this machine, see {@link #ofInterfaces()}
   * @throws ConfigurationException if an option is no literal address or the port none
   */
  public static NodeAddress choose(
      @Nullable String ip4Address,
      @Nullable String ip6Address,
      int port,
      List<InetAddress> ofInterfaces) {
    String ipv4 = ip4Address != null ? ip4Address : first(ofInterfaces, Inet4Address.class);
    String ipv6 = ip6Address != null ? ip6Address : first(ofInterfaces, Inet6Address.class);
    try {
      return NodeAddress.of(ipv4 == null && ipv6 == null ? LOOPBACK : ipv4, ipv6, port);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          "address and port told to other nodes (%s, %s, %d): %s"
              .formatted(ipv4, ipv6, port, e.getMessage()),
          e);
    }
  }

  private static @Nullable String first(
      List<InetAddress> addresses, Class<? extends InetAddress> family) {
    return addresses.stream()
        .filter(family::isInstance)
        .map(InetAddress::getHostAddress)
        .map(text -> text.replaceFirst("%.*", "")) // the name of the interface concerns nobody else
        .findFirst()
        .orElse(null);
  }

  /** The addresses of this machine under which another one may reach it. */
  public static List<InetAddress> ofInterfaces() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(OwnAddress::isUp)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Predicate.not(InetAddress::isLoopbackAddress))
          .filter(Predicate.not(InetAddress::isLinkLocalAddress))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static boolean isUp(NetworkInterface network) {
    try {
      return network.isUp();
    } catch (IOException e) {
      return false;
    }
  }
}
