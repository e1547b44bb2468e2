package org.bbc1.client;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bbc1.id.Id;
import org.bbc1.id.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lists that nodes send as one byte string. Nothing may be missing and nothing may
 * remain. Source: client-protocol sections 10.7 and 10.10 to 10.14.
 */
final class BinaryLists {

  private static final int NEIGHBOUR_LENGTH = 63;

  private BinaryLists() {}

  /** A count of 2 bytes, then as many ids. */
  static <I> List<I> ids(byte[] list, Function<byte[], I> type) {
    return whole(list, in -> ids(in, type));
  }

  /** A count of 2 bytes, then as many ids with a list of ids each. */
  static <K, I> Map<K, List<I>> groups(
      byte[] list, Function<byte[], K> keyType, Function<byte[], I> type) {
    return whole(
        list,
        in -> {
          int count = Short.toUnsignedInt(in.getShort());
          Map<K, List<I>> groups = new LinkedHashMap<>();
          for (int i = 0; i < count; i++) {
            groups.put(keyType.apply(id(in)), ids(in, type));
          }
          return Collections.unmodifiableMap(groups);
        });
  }

  /** A count of 4 bytes, then 63 bytes for each node. */
  static List<Neighbour> neighbours(byte[] list) {
    return whole(
        list,
        in -> {
          long count = Integer.toUnsignedLong(in.getInt());
          if (in.remaining() != count * NEIGHBOUR_LENGTH) {
            throw new BufferUnderflowException();
          }
          List<Neighbour> neighbours = new ArrayList<>();
          while (in.hasRemaining()) {
            neighbours.add(neighbour(in));
          }
          return Collections.unmodifiableList(neighbours);
        });
  }

  private static <T> T whole(byte[] list, Function<ByteBuffer, T> reader) {
    ByteBuffer in = ByteBuffer.wrap(list);
    try {
      T result = reader.apply(in);
      if (in.hasRemaining()) {
        throw unreadable(list, null);
      }
      return result;
    } catch (BufferUnderflowException | DateTimeException e) {
      throw unreadable(list, e);
    }
  }

  private static IllegalArgumentException unreadable(byte[] list, @Nullable Exception cause) {
    return new IllegalArgumentException("an unreadable list of " + list.length + " bytes", cause);
  }

  private static <I> List<I> ids(ByteBuffer in, Function<byte[], I> type) {
    int count = Short.toUnsignedInt(in.getShort());
    List<I> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(type.apply(id(in)));
    }
    return Collections.unmodifiableList(ids);
  }

  private static byte[] id(ByteBuffer in) {
    return bytes(in, Id.FULL_LENGTH);
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  /** The port is little-endian, everything else big-endian. */
  private static Neighbour neighbour(ByteBuffer in) {
    NodeId id = NodeId.of(id(in));
    InetAddress ipv4 = address(bytes(in, 4));
    InetAddress ipv6 = address(bytes(in, 16));
    int port = Short.toUnsignedInt(Short.reverseBytes(in.getShort()));
    boolean inDomain0 = in.get() == 1;
    return new Neighbour(
        id, text(ipv4), text(ipv6), port, inDomain0, Instant.ofEpochSecond(in.getLong()));
  }

  /** Also an IPv4 address in IPv6 form stays one of IPv6. */
  private static InetAddress address(byte[] bytes) {
    try {
      return bytes.length == 4
          ? InetAddress.getByAddress(bytes)
          : Inet6Address.getByAddress(null, bytes, -1);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("no address of " + bytes.length + " bytes", e);
    }
  }

  private static @Nullable String text(InetAddress address) {
    return address.isAnyLocalAddress() ? null : address.getHostAddress();
  }
}
