package org.bbc1.node.messaging;

import java.util.HashSet;
import java.util.Set;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;
import org.bbc1.node.domain.UserBinding;
import org.bbc1.node.domain.UserRegistry;
import org.bbc1.node.stats.Counter;
import org.bbc1.node.stats.Statistics;

/**
 * The users of this node whom other nodes are told of: those who registered with {@code
 * on_multinodes}, until their last connection is gone (spec client-protocol 7.1). Not more than
 * there are registered users. Thread-safe.
 */
public final class Announcements {

  private final UserRegistry users;
  private final RemoteUsers remote;
  private final Statistics statistics;
  private final Set<UserBinding> announced = new HashSet<>();

  Announcements(UserRegistry users, RemoteUsers remote, Statistics statistics) {
    this.users = users;
    this.remote = remote;
    this.statistics = statistics;
  }

  /** A registered user is to be reachable from other nodes; repeating it tells them again. */
  public void announce(DomainId domain, UserId user) {
    synchronized (this) {
      if (!users.isPresent(domain, user)) {
        return;
      }
      announced.add(new UserBinding(domain, user));
    }
    remote.join(domain, user, false);
    statistics.increment(Counter.MULTICAST_JOIN);
  }

  /** Whether other nodes were told of this user. */
  public synchronized boolean isAnnounced(DomainId domain, UserId user) {
    return announced.contains(new UserBinding(domain, user));
  }

  /** A user has no connection any more. */
  void left(UserBinding user) {
    synchronized (this) {
      if (users.isPresent(user.domain(), user.user()) || !announced.remove(user)) {
        return;
      }
    }
    remote.leave(user.domain(), user.user());
    statistics.increment(Counter.MULTICAST_LEAVE);
  }

  /** Forgets a domain that is closed; its nodes are told of that otherwise. */
  synchronized void removeDomain(DomainId domain) {
    announced.removeIf(user -> user.domain().equals(domain));
  }
}
