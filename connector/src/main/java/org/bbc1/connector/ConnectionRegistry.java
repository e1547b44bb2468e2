package org.bbc1.connector;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The open connections of the port and the places for them. A connection keeps its place until its
 * last message has been dealt with, so that clients which come and go cannot pile up work.
 */
final class ConnectionRegistry {

  /** What becomes of a new connection. */
  enum Place {
    TAKEN,
    /** No place is free. */
    NONE_FREE,
    /** Its address has as many connections as one may have. */
    NONE_FOR_ADDRESS
  }

  private final int limit;
  private final int limitPerAddress;
  private final AtomicInteger takenPlaces = new AtomicInteger();
  private final ConcurrentMap<InetAddress, Integer> takenByAddress = new ConcurrentHashMap<>();
  private final AtomicLong lastId = new AtomicLong();
  private final ConcurrentMap<ConnectionId, ClientConnection> open = new ConcurrentHashMap<>();

  /**
   * @param limitPerAddress connections from one remote address, 0 for any number
   */
  ConnectionRegistry(int limit, int limitPerAddress) {
    this.limit = limit;
    this.limitPerAddress = limitPerAddress;
  }

  Place takePlace(InetAddress remote) {
    if (takenPlaces.incrementAndGet() > limit) {
      takenPlaces.decrementAndGet();
      return Place.NONE_FREE;
    }
    if (limitPerAddress > 0 && takenByAddress.merge(remote, 1, Integer::sum) > limitPerAddress) {
      releasePlace(remote);
      return Place.NONE_FOR_ADDRESS;
    }
    return Place.TAKEN;
  }

  void releasePlace(InetAddress remote) {
    takenPlaces.decrementAndGet();
    if (limitPerAddress > 0) {
      takenByAddress.computeIfPresent(
          remote, (address, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
    }
  }

  ConnectionId nextId() {
    return new ConnectionId(lastId.incrementAndGet());
  }

  void add(ClientConnection connection) {
    open.put(connection.id(), connection);
  }

  void remove(ClientConnection connection) {
    open.remove(connection.id());
  }

  @Nullable ClientConnection find(ConnectionId id) {
    return open.get(id);
  }

  int size() {
    return open.size();
  }

  /** The connection whose client makes the node hold most, if there is any that holds something. */
  @Nullable ClientConnection largestHolder() {
    ClientConnection largest = null;
    long most = 0;
    for (ClientConnection connection : open.values()) {
      long held = connection.heldBytes();
      if (held > most) {
        most = held;
        largest = connection;
      }
    }
    return largest;
  }

  List<ClientConnection> all() {
    return List.copyOf(open.values());
  }
}
