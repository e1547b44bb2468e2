package org.bbc1.node.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bbc1.connector.ConnectionId;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;
import org.bbc1.node.config.MessagingLimits;
import org.bbc1.node.domain.UserRegistry;
import org.bbc1.node.stats.Counter;
import org.bbc1.node.stats.Statistics;
import org.bbc1.node.time.Scheduler;

/**
 * Who wants to be told of inserts (spec client-protocol 12.1). An entry belongs to the user and
 * outlives the connection that asked for it, until the user cannot be told; only when the table is
 * full do users without a connection lose theirs at once. Other nodes are told of a group when its
 * first user comes and when its last one goes. Thread-safe.
 */
public final class Notifications {

  /** Going through the whole table costs time, so that clients must not cause it as they like. */
  static final Duration PURGE_PAUSE = Duration.ofMinutes(1);

  private final UserRegistry users;
  private final RemoteUsers remote;
  private final Statistics statistics;
  private final Scheduler scheduler;
  private final ConnectionQuota quota;
  private final Map<DomainId, NotificationTable> tables = new HashMap<>();
  private boolean purged;

  Notifications(
      UserRegistry users,
      RemoteUsers remote,
      Statistics statistics,
      Scheduler scheduler,
      MessagingLimits limits) {
    this.users = users;
    this.remote = remote;
    this.statistics = statistics;
    this.scheduler = scheduler;
    this.quota =
        new ConnectionQuota(limits.maxNotifications(), limits.maxNotificationsPerConnection());
  }

  /**
   * Adds a user to those who are told of a group; once, however often it is asked for.
   *
   * @return false if there are too many entries, of this connection or together
   */
  public synchronized boolean add(
      ConnectionId connection, DomainId domain, AssetGroupId group, UserId user) {
    if (contains(domain, group, user)) {
      return true;
    }
    if (quota.isExhausted() && !purged) {
      purged = true;
      scheduler.schedule(PURGE_PAUSE, this::allowPurge);
      removeAbsentUsers();
    }
    if (!quota.take(connection, 1)) {
      return false;
    }
    NotificationTable table = tables.computeIfAbsent(domain, key -> new NotificationTable());
    if (!table.isWatched(group)) {
      remote.join(domain, addressOf(group), true);
      statistics.increment(Counter.MULTICAST_JOIN);
    }
    table.add(group, user, connection);
    return true;
  }

  private boolean contains(DomainId domain, AssetGroupId group, UserId user) {
    NotificationTable table = tables.get(domain);
    return table != null && table.contains(group, user);
  }

  /** Removes a user from those who are told of a group; nothing happens if it is none of them. */
  public synchronized void remove(DomainId domain, AssetGroupId group, UserId user) {
    NotificationTable table = tables.get(domain);
    ConnectionId asker = table == null ? null : table.remove(group, user);
    if (table == null || asker == null) {
      return;
    }
    quota.give(asker, 1);
    if (!table.isWatched(group)) {
      remote.leave(domain, addressOf(group));
      statistics.increment(Counter.MULTICAST_LEAVE);
    }
    if (table.isEmpty()) {
      tables.remove(domain);
    }
  }

  private static UserId addressOf(AssetGroupId group) {
    return UserId.of(group.toByteArray());
  }

  /** Removes a user who cannot be told of anything, unless the user has come back meanwhile. */
  synchronized void removeAbsentUser(DomainId domain, UserId user) {
    NotificationTable table = tables.get(domain);
    if (table != null && !users.isPresent(domain, user)) {
      table.groupsOf(user).forEach(group -> remove(domain, group, user));
    }
  }

  private synchronized void allowPurge() {
    purged = false;
  }

  private void removeAbsentUsers() {
    for (DomainId domain : List.copyOf(tables.keySet())) {
      NotificationTable table = tables.get(domain);
      if (table != null) {
        table.users().forEach(user -> removeAbsentUser(domain, user));
      }
    }
  }

  /** Everybody who is to be told of an insert into any of these groups, each once. */
  synchronized Set<UserId> watchersOf(DomainId domain, Collection<AssetGroupId> groups) {
    NotificationTable table = tables.get(domain);
    if (table == null) {
      return Set.of();
    }
    Set<UserId> watchers = new LinkedHashSet<>();
    groups.forEach(group -> watchers.addAll(table.usersOf(group)));
    return watchers;
  }

  /** The users of every group of a domain. */
  public synchronized Map<AssetGroupId, List<UserId>> list(DomainId domain) {
    NotificationTable table = tables.get(domain);
    return table == null ? Map.of() : table.snapshot();
  }

  /** A connection is gone; what it asked for stays. */
  synchronized void connectionGone(ConnectionId connection) {
    quota.forget(connection);
  }

  /** Drops everything of a domain that is closed. */
  synchronized void removeDomain(DomainId domain) {
    NotificationTable table = tables.remove(domain);
    if (table != null) {
      table.askers().forEach(asker -> quota.give(asker, 1));
    }
  }
}
