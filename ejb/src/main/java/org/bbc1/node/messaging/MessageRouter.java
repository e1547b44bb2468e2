package org.bbc1.node.messaging;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.bbc1.connector.ConnectionId;
import org.bbc1.connector.Delivery;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.id.UserId;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Reasons;
import org.bbc1.node.config.MessagingLimits;
import org.bbc1.node.domain.UserRegistry;
import org.bbc1.node.stats.Counter;
import org.bbc1.node.stats.Statistics;
import org.bbc1.node.time.Scheduler;

/**
 * Brings messages to users (spec client-protocol 13.1 to 13.3): to all connections of the user on
 * this node, else to the nodes where the user is known to be; who is known nowhere is looked for,
 * and after 5 s the message goes back to its sender with {@code result} false. A bounced message
 * that finds nobody either is thrown away. Thread-safe, does not block.
 */
public final class MessageRouter {

  /** Choices that an anycast message may need on its way, the one of this node included. */
  public static final int ANYCAST_TTL = 5;

  private static final Logger LOG = System.getLogger("user_message_routing");

  private final UserRegistry users;
  private final RemoteUsers remote;
  private final UserConnections connections;
  private final Announcements announcements;
  private final Statistics statistics;
  private final RandomGenerator random;
  private final WaitingMessages waiting;

  MessageRouter(
      UserRegistry users,
      RemoteUsers remote,
      UserPort port,
      Announcements announcements,
      Statistics statistics,
      RandomGenerator random,
      Scheduler scheduler,
      MessagingLimits limits) {
    this.users = users;
    this.remote = remote;
    this.connections = new UserConnections(port, statistics, scheduler, limits.maxDelayedBytes());
    this.announcements = announcements;
    this.statistics = statistics;
    this.random = random;
    this.waiting = new WaitingMessages(limits, scheduler, this::bounce);
  }

  /**
   * Sends a message to a user, wherever the user is. A multicast address with members here reaches
   * them and the members on other nodes (decision D5).
   *
   * @param sender who is charged for a message that has to wait
   * @param message complete, with {@code destination_user_id}, and with {@code source_user_id} for
   *     a bounce to go to
   * @return completes when the sender may go on
   */
  public CompletionStage<Void> send(
      ConnectionId sender, DomainId domain, UserId destination, Message message) {
    statistics.increment(Counter.USER_MESSAGE_SEND_TO_USER);
    Map<ConnectionId, Delivery> deliveries = offerHere(domain, destination, message);
    boolean here = isHere(deliveries);
    if (!here || announcements.isAnnounced(domain, destination)) {
      List<NodeId> nodes = remote.nodesOf(domain, destination);
      nodes.forEach(node -> remote.forward(domain, node, message));
      if (!here && nodes.isEmpty()) {
        lookFor(sender, domain, destination, message);
      }
    }
    return CompletableFuture.allOf(
        deliveries.entrySet().stream()
            .filter(entry -> entry.getValue() == Delivery.NO_ROOM)
            .map(entry -> connections.offerLater(entry.getKey(), message).toCompletableFuture())
            .toArray(CompletableFuture[]::new));
  }

  /** Whether an anycast address has a member, here or on another node. */
  public boolean hasMember(DomainId domain, UserId destination) {
    return users.isPresent(domain, destination) || !remote.nodesOf(domain, destination).isEmpty();
  }

  /**
   * Sends a message to one member of an anycast address: this node and every other one with members
   * are equally likely, and the members here have their turns. Without members it is thrown away.
   *
   * @return completes when the sender may go on
   */
  public CompletionStage<Void> sendToAny(DomainId domain, UserId destination, Message message) {
    statistics.increment(Counter.USER_MESSAGE_SEND_TO_USER);
    List<NodeId> nodes = remote.nodesOf(domain, destination);
    if (!nodes.isEmpty()) {
      int here = users.isPresent(domain, destination) ? 1 : 0;
      int choice = random.nextInt(nodes.size() + here);
      if (choice < nodes.size()) {
        remote.forward(domain, nodes.get(choice), message);
        return CompletableFuture.completedStage(null);
      }
    }
    return sendToOneHere(domain, destination, message);
  }

  private CompletionStage<Void> sendToOneHere(
      DomainId domain, UserId destination, Message message) {
    ConnectionId slow = null;
    for (int tries = users.connectionsOf(domain, destination).size(); tries > 0; tries--) {
      ConnectionId next = users.nextConnectionOf(domain, destination).orElse(null);
      Delivery delivery = next == null ? Delivery.GONE : connections.offer(next, message);
      if (delivery == Delivery.QUEUED) {
        return CompletableFuture.completedStage(null);
      }
      slow = delivery == Delivery.NO_ROOM && slow == null ? next : slow;
    }
    return slow == null
        ? CompletableFuture.completedStage(null)
        : connections.offerLater(slow, message);
  }

  /**
   * Sends a message of the node itself to the user's connections here, as far as they have room for
   * it.
   *
   * @return whether the user is here
   */
  boolean sendHere(DomainId domain, UserId destination, Message message) {
    return isHere(offerHere(domain, destination, message));
  }

  private Map<ConnectionId, Delivery> offerHere(
      DomainId domain, UserId destination, Message message) {
    Map<ConnectionId, Delivery> deliveries = new LinkedHashMap<>();
    users
        .connectionsOf(domain, destination)
        .forEach(connection -> deliveries.put(connection, connections.offer(connection, message)));
    return deliveries;
  }

  private static boolean isHere(Map<ConnectionId, Delivery> deliveries) {
    return deliveries.values().stream().anyMatch(delivery -> delivery != Delivery.GONE);
  }

  private void lookFor(ConnectionId sender, DomainId domain, UserId destination, Message message) {
    if (waiting.add(sender, domain, message)) {
      remote.resolve(domain, destination);
    } else {
      LOG.log(Level.DEBUG, "{0}: too many messages wait for unknown users", sender);
      bounce(domain, message);
    }
  }

  private void bounce(DomainId domain, Message message) {
    statistics.increment(Counter.USER_MESSAGE_FAIL_TO_FIND_USER);
    UserId source = message.optId(KeyType.SOURCE_USER_ID, UserId::of);
    if (source == null || !sendHere(domain, source, bounced(message, source))) {
      LOG.log(Level.DEBUG, "a message to nobody came from nobody");
    }
  }

  private static Message bounced(Message message, UserId source) {
    return message.toBuilder()
        .put(KeyType.DESTINATION_USER_ID, source)
        .put(KeyType.RESULT, false)
        .put(KeyType.REASON, Reasons.CANNOT_FIND_USER)
        .build();
  }

  /** Throws away what waits in a domain that is closed. */
  void removeDomain(DomainId domain) {
    waiting.removeDomain(domain);
  }

  /** Forgets a connection that has ended. */
  void connectionGone(ConnectionId connection) {
    connections.forget(connection);
  }
}
