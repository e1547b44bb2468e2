package org.bbc1.node.messaging;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.bbc1.connector.ConnectionId;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.id.UserId;
import org.bbc1.node.config.MessagingLimits;
import org.bbc1.node.domain.DomainListener;
import org.bbc1.node.domain.UserBinding;
import org.bbc1.node.domain.UserRegistry;
import org.bbc1.node.stats.Statistics;
import org.bbc1.node.time.Scheduler;
import org.bbc1.node.transaction.InsertListener;

/** The messaging of a node as one part. */
public final class Messaging implements DomainListener {

  private final UserRegistry users;
  private final RemoteUsers remote;
  private final MessagingLimits limits;
  private final Announcements announcements;
  private final MessageRouter router;
  private final Notifications notifications;
  private final InsertNotifier notifier;

  /**
   * @param remote users on other nodes
   * @param port the way to the users' connections
   * @param random chooses between nodes
   */
  public Messaging(
      UserRegistry users,
      RemoteUsers remote,
      UserPort port,
      Statistics statistics,
      RandomGenerator random,
      Scheduler scheduler,
      MessagingLimits limits) {
    this.users = users;
    this.remote = remote;
    this.limits = limits;
    this.announcements = new Announcements(users, remote, statistics);
    this.router =
        new MessageRouter(
            users, remote, port, announcements, statistics, random, scheduler, limits);
    this.notifications = new Notifications(users, remote, statistics, scheduler, limits);
    this.notifier = new InsertNotifier(notifications, router, remote, statistics);
  }

  /** Brings messages to users. */
  public MessageRouter router() {
    return router;
  }

  /** Who wants to be told of inserts. */
  public Notifications notifications() {
    return notifications;
  }

  /** Who is announced to other nodes. */
  public Announcements announcements() {
    return announcements;
  }

  /** Tells the users of inserts; to be called before the inserting client is answered. */
  public InsertListener insertListener() {
    return notifier;
  }

  /** The nodes where users of a domain, and watchers of its asset groups, are known to be. */
  public Map<UserId, List<NodeId>> forwardingList(DomainId domain) {
    return remote.entriesOf(domain);
  }

  /** Most users that one signature request may name. */
  public int maxSigners() {
    return limits.maxSigners();
  }

  /** Removes the bindings of a connection that ends. */
  public void removeConnection(ConnectionId connection) {
    List<UserBinding> left = users.removeConnection(connection);
    left.forEach(announcements::left);
    notifications.connectionGone(connection);
    router.connectionGone(connection);
  }

  @Override
  public void closed(DomainId domain) {
    announcements.removeDomain(domain);
    notifications.removeDomain(domain);
    router.removeDomain(domain);
  }
}
