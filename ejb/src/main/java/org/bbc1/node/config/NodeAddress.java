package org.bbc1.node.config;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where another node is reached: literal addresses, never names, so that nothing is ever looked up
 * for a client. At least one of the two addresses is there (spec client-protocol 10.3, 10.6).
 *
 * @param ipv4 IPv4 address, null if none
 * @param ipv6 IPv6 address, null if none
 * @param port TCP and UDP port, 1 to 65535
 */
public record NodeAddress(@Nullable Inet4Address ipv4, @Nullable Inet6Address ipv6, int port) {

  private static final Pattern IPV4_LITERAL =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern IPV6_LITERAL = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
  private static final int LONGEST_LITERAL = 45;
  private static final int HIGHEST_PORT = 65_535;

  /**
   * @throws IllegalArgumentException if both addresses are absent or the port is none
   */
  public NodeAddress {
    if (ipv4 == null && ipv6 == null) {
      throw new IllegalArgumentException("An address is needed");
    }
    if (port < 1 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("The port must be from 1 to " + HIGHEST_PORT);
    }
  }

  /**
   * An address of literal texts; null, the empty text, {@code 0.0.0.0} and {@code ::} stand for
   * none.
   *
   * @throws IllegalArgumentException with a short reason that may be shown to a client
   */
  public static NodeAddress of(@Nullable String ipv4, @Nullable String ipv6, long port) {
    return new NodeAddress(
        inet4(ipv4), inet6(ipv6), port < 1 || port > HIGHEST_PORT ? 0 : (int) port);
  }

  /**
   * The entry {@code [IPv4, IPv6, port]} of {@code static_nodes}.
   *
   * @throws IllegalArgumentException if it is none
   */
  static NodeAddress of(JsonArray entry) {
    if (entry.size() != 3 || !(entry.get(2) instanceof JsonNumber port) || !port.isIntegral()) {
      throw new IllegalArgumentException("[IPv4, IPv6, port] is needed");
    }
    return of(text(entry.get(0)), text(entry.get(1)), port.bigDecimalValue().longValue());
  }

  private static @Nullable String text(JsonValue value) {
    if (value == JsonValue.NULL) {
      return null;
    }
    if (value instanceof JsonString text) {
      return text.getString();
    }
    throw new IllegalArgumentException("An address must be a text");
  }

  private static @Nullable Inet4Address inet4(@Nullable String literal) {
    if (literal == null || literal.isEmpty()) {
      return null;
    }
    if (!IPV4_LITERAL.matcher(literal).matches()
        || !(resolved(literal) instanceof Inet4Address address)) {
      throw new IllegalArgumentException("Not an IPv4 address");
    }
    return address.isAnyLocalAddress() ? null : address;
  }

  private static @Nullable Inet6Address inet6(@Nullable String literal) {
    if (literal == null || literal.isEmpty()) {
      return null;
    }
    if (literal.length() > LONGEST_LITERAL
        || !IPV6_LITERAL.matcher(literal).matches()
        || !(resolved(literal) instanceof Inet6Address address)) {
      throw new IllegalArgumentException("Not an IPv6 address");
    }
    return address.isAnyLocalAddress() ? null : address;
  }

  /** Of a literal, which is decoded and not looked up; null if it only resembled one. */
  private static @Nullable InetAddress resolved(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      return null;
    }
  }

  /** Text of the IPv4 address, {@code 0.0.0.0} if there is none. */
  public String ipv4Text() {
    return ipv4 == null ? "0.0.0.0" : ipv4.getHostAddress();
  }

  /** Text of the IPv6 address, {@code ::} if there is none. */
  public String ipv6Text() {
    return ipv6 == null ? "::" : ipv6.getHostAddress();
  }

  /** As an entry of {@code static_nodes}. */
  JsonArray toJson() {
    return Json.createArrayBuilder().add(ipv4Text()).add(ipv6Text()).add(port).build();
  }

  @Override
  public String toString() {
    return ipv4Text() + " " + ipv6Text() + " port " + port;
  }
}
