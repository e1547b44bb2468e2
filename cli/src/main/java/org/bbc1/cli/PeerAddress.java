package org.bbc1.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.bbc1.client.NodeAddress;
import org.jspecify.annotations.Nullable;

/** Where a node listens for other nodes, from the command line: addresses, never names. */
final class PeerAddress {

  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

  private PeerAddress() {}

  static NodeAddress of(String address, int port) {
    try {
      if (isIpv4(address)) {
        return NodeAddress.ofIpv4(address, port);
      }
      if (IPV6.matcher(address).matches()) {
        return NodeAddress.ofIpv6(address, port);
      }
    } catch (IllegalArgumentException e) {
      throw new UserErrorException(String.valueOf(e.getMessage()), e);
    }
    throw new UserErrorException(
        address + " is no literal address: IPv4 such as 192.0.2.1, or IPv6 such as 2001:db8::1");
  }

  /** Whether both are the same address, however they are written. */
  static boolean isSameIpv6(@Nullable String one, @Nullable String other) {
    return one != null && other != null && parsed(one).equals(parsed(other));
  }

  /** Never asks a name server: what has a colon is an address or nothing. */
  private static Object parsed(String address) {
    try {
      return IPV6.matcher(address).matches() ? InetAddress.getByName(address) : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }

  private static boolean isIpv4(String address) {
    return IPV4.matcher(address).matches()
        && Pattern.compile("\\.").splitAsStream(address).allMatch(p -> Integer.parseInt(p) < 256);
  }
}
