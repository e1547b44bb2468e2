package org.bbc1.node.domain;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bbc1.connector.ConnectionId;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;

/**
 * Who is reachable where: users of domains and the connections they registered on. A user may have
 * many connections, a connection many users in many domains; nothing of a closed connection stays
 * behind (spec client-protocol 7.1). Thread-safe.
 */
public final class UserRegistry {

  private record Binding(DomainId domain, UserId user) {}

  private final int maxPerConnection;
  private final Map<Binding, Set<ConnectionId>> connections = new HashMap<>();
  private final Map<ConnectionId, Set<Binding>> bindings = new HashMap<>();

  /**
   * @param maxPerConnection most users one connection may register, at least 1
   */
  public UserRegistry(int maxPerConnection) {
    this.maxPerConnection = maxPerConnection;
  }

  /**
   * Binds a user to a connection; repeating it changes nothing.
   *
   * @return false if the connection holds as many users as it may
   */
  public synchronized boolean register(ConnectionId connection, DomainId domain, UserId user) {
    Binding binding = new Binding(domain, user);
    Set<Binding> held = bindings.computeIfAbsent(connection, key -> new LinkedHashSet<>());
    if (!held.contains(binding) && held.size() >= maxPerConnection) {
      return false;
    }
    held.add(binding);
    connections.computeIfAbsent(binding, key -> new LinkedHashSet<>()).add(connection);
    return true;
  }

  /** Removes all bindings of a connection that ends. */
  public synchronized void removeConnection(ConnectionId connection) {
    Set<Binding> held = bindings.remove(connection);
    if (held != null) {
      held.forEach(binding -> removeFrom(connections, binding, connection));
    }
  }

  /** Removes all bindings of a domain that is closed. */
  public synchronized void removeDomain(DomainId domain) {
    for (Binding binding : List.copyOf(connections.keySet())) {
      if (binding.domain().equals(domain)) {
        Set<ConnectionId> held = connections.remove(binding);
        if (held != null) {
          held.forEach(connection -> removeFrom(bindings, connection, binding));
        }
      }
    }
  }

  private static <K, V> void removeFrom(Map<K, Set<V>> map, K key, V value) {
    Set<V> values = map.get(key);
    if (values != null) {
      values.remove(value);
      if (values.isEmpty()) {
        map.remove(key);
      }
    }
  }

  /** Whether this connection registered this user. */
  public synchronized boolean isRegistered(ConnectionId connection, DomainId domain, UserId user) {
    return connections.getOrDefault(new Binding(domain, user), Set.of()).contains(connection);
  }

  /** The connections of a user, the oldest registration first. */
  public synchronized List<ConnectionId> connectionsOf(DomainId domain, UserId user) {
    return List.copyOf(connections.getOrDefault(new Binding(domain, user), Set.of()));
  }

  /** The users registered in a domain. */
  public synchronized List<UserId> usersOf(DomainId domain) {
    return connections.keySet().stream()
        .filter(binding -> binding.domain().equals(domain))
        .map(Binding::user)
        .toList();
  }

  /** Number of bindings of one connection. */
  public synchronized int bindingsOf(ConnectionId connection) {
    return bindings.getOrDefault(connection, Set.of()).size();
  }
}
