package org.bbc1.node.messaging;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bbc1.connector.ConnectionId;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to be told of inserts into which asset groups of one domain, and which connection asked
 * for it. Not thread-safe.
 */
final class NotificationTable {

  private final Map<AssetGroupId, Map<UserId, ConnectionId>> watchers = new LinkedHashMap<>();
  private final Map<UserId, Set<AssetGroupId>> watched = new HashMap<>();

  boolean contains(AssetGroupId group, UserId user) {
    return watchers.getOrDefault(group, Map.of()).containsKey(user);
  }

  /** Adds a new entry. */
  void add(AssetGroupId group, UserId user, ConnectionId asker) {
    watchers.computeIfAbsent(group, key -> new LinkedHashMap<>()).put(user, asker);
    watched.computeIfAbsent(user, key -> new TreeSet<>()).add(group);
  }

  /** Removes an entry and tells who asked for it; null if there is none. */
  @Nullable ConnectionId remove(AssetGroupId group, UserId user) {
    Map<UserId, ConnectionId> users = watchers.get(group);
    ConnectionId asker = users == null ? null : users.remove(user);
    if (users == null || asker == null) {
      return null;
    }
    if (users.isEmpty()) {
      watchers.remove(group);
    }
    Set<AssetGroupId> groups = watched.get(user);
    if (groups != null && groups.remove(group) && groups.isEmpty()) {
      watched.remove(user);
    }
    return asker;
  }

  boolean isWatched(AssetGroupId group) {
    return watchers.containsKey(group);
  }

  boolean isEmpty() {
    return watchers.isEmpty();
  }

  Set<UserId> usersOf(AssetGroupId group) {
    return watchers.getOrDefault(group, Map.of()).keySet();
  }

  /** The groups that one user watches. */
  List<AssetGroupId> groupsOf(UserId user) {
    return List.copyOf(watched.getOrDefault(user, Set.of()));
  }

  List<UserId> users() {
    return List.copyOf(watched.keySet());
  }

  List<ConnectionId> askers() {
    return watchers.values().stream().flatMap(users -> users.values().stream()).toList();
  }

  /** The users of every group, the oldest first. */
  Map<AssetGroupId, List<UserId>> snapshot() {
    Map<AssetGroupId, List<UserId>> copy = new LinkedHashMap<>();
    watchers.forEach((group, users) -> copy.put(group, List.copyOf(users.keySet())));
    return copy;
  }
}
