package org.bbc1.connector;

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

  private final int limit;
  private final AtomicInteger takenPlaces = new AtomicInteger();
  private final AtomicLong lastId = new AtomicLong();
  private final ConcurrentMap<ConnectionId, ClientConnection> open = new ConcurrentHashMap<>();

  ConnectionRegistry(int limit) {
    this.limit = limit;
  }

  boolean takePlace() {
    if (takenPlaces.incrementAndGet() <= limit) {
      return true;
    }
    takenPlaces.decrementAndGet();
    return false;
  }

  void releasePlace() {
    takenPlaces.decrementAndGet();
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

  List<ClientConnection> all() {
    return List.copyOf(open.values());
  }
}
