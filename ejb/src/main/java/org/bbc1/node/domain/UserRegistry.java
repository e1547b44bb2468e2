package org.bbc1.node.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final int maxPerConnection;
  private final Map<DomainId, Map<UserId, Set<ConnectionId>>> users = new HashMap<>();
  private final Map<ConnectionId, Set<UserBinding>> bindings = new HashMap<>();

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
    UserBinding binding = new UserBinding(domain, user);
    Set<UserBinding> held = bindings.computeIfAbsent(connection, key -> new LinkedHashSet<>());
    if (!held.contains(binding) && held.size() >= maxPerConnection) {
      return false;
    }
    held.add(binding);
    users
        .computeIfAbsent(domain, key -> new LinkedHashMap<>())
        .computeIfAbsent(user, key -> new LinkedHashSet<>())
        .add(connection);
    return true;
  }

  /**
   * Removes all bindings of a connection that ends.
   *
   * @return the users who have no connection any more
   */
  public synchronized List<UserBinding> removeConnection(ConnectionId connection) {
    List<UserBinding> gone = new ArrayList<>();
    Set<UserBinding> held = bindings.remove(connection);
    if (held != null) {
      held.stream().filter(binding -> unbind(binding, connection)).forEach(gone::add);
    }
    return gone;
  }

  /** Whether that was the user's last connection. */
  private boolean unbind(UserBinding binding, ConnectionId connection) {
    Map<UserId, Set<ConnectionId>> members = users.get(binding.domain());
    if (members == null || !removeFrom(members, binding.user(), connection)) {
      return false;
    }
    if (members.isEmpty()) {
      users.remove(binding.domain());
    }
    return true;
  }

  /** Removes all bindings of a domain that is closed. */
  public synchronized void removeDomain(DomainId domain) {
    Map<UserId, Set<ConnectionId>> members = users.remove(domain);
    if (members != null) {
      members.forEach(
          (user, held) -> {
            UserBinding binding = new UserBinding(domain, user);
            held.forEach(connection -> removeFrom(bindings, connection, binding));
          });
    }
  }

  /** Removes a value; true if it was there and the last one of its key. */
  private static <K, V> boolean removeFrom(Map<K, Set<V>> map, K key, V value) {
    Set<V> values = map.get(key);
    if (values == null || !values.remove(value) || !values.isEmpty()) {
      return false;
    }
    map.remove(key);
    return true;
  }

  private Set<ConnectionId> members(DomainId domain, UserId user) {
    return users.getOrDefault(domain, Map.of()).getOrDefault(user, Set.of());
  }

  /** Whether this connection registered this user. */
  public synchronized boolean isRegistered(ConnectionId connection, DomainId domain, UserId user) {
    return members(domain, user).contains(connection);
  }

  /** The connections of a user. */
  public synchronized List<ConnectionId> connectionsOf(DomainId domain, UserId user) {
    return List.copyOf(members(domain, user));
  }

  /** Whether a user has a connection. */
  public synchronized boolean isPresent(DomainId domain, UserId user) {
    return !members(domain, user).isEmpty();
  }

  /** One connection of a user: each in its turn, if this is asked again and again. */
  public synchronized Optional<ConnectionId> nextConnectionOf(DomainId domain, UserId user) {
    Set<ConnectionId> members = members(domain, user);
    Iterator<ConnectionId> order = members.iterator();
    if (!order.hasNext()) {
      return Optional.empty();
    }
    ConnectionId first = order.next();
    if (order.hasNext()) {
      members.remove(first);
      members.add(first);
    }
    return Optional.of(first);
  }

  /** The users registered in a domain, the oldest registration first. */
  public synchronized List<UserId> usersOf(DomainId domain) {
    return List.copyOf(users.getOrDefault(domain, Map.of()).keySet());
  }

  /** Number of bindings of one connection. */
  public synchronized int bindingsOf(ConnectionId connection) {
    return bindings.getOrDefault(connection, Set.of()).size();
  }
}
