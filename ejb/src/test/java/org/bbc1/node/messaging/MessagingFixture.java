package org.bbc1.node.messaging;

import static org.bbc1.node.Requests.DOMAIN;
import static org.bbc1.node.Requests.USER;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.bbc1.connector.ConnectionId;
import org.bbc1.connector.Delivery;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.config.MessagingLimits;
import org.bbc1.node.domain.UserRegistry;
import org.bbc1.node.stats.Statistics;
import org.bbc1.node.time.VirtualScheduler;

/** The messaging of a node with other nodes around it, as far as a test sees them. */
final class MessagingFixture {

  static final UserId OTHER = UserId.fromHex("55".repeat(32));
  static final ConnectionId SENDER = new ConnectionId(1);
  static final ConnectionId RECEIVER = new ConnectionId(2);

  final UserRegistry users = new UserRegistry(100);
  final Peers peers = new Peers();
  final Statistics statistics = new Statistics();
  final VirtualScheduler time = new VirtualScheduler();
  final Map<ConnectionId, List<Message>> received = new HashMap<>();
  final Set<ConnectionId> slow = new HashSet<>();
  final Set<ConnectionId> broken = new HashSet<>();
  final Messaging messaging;

  MessagingFixture(MessagingLimits limits) {
    this.messaging =
        new Messaging(users, peers, this::deliver, statistics, new Random(4), time, limits);
  }

  private Delivery deliver(ConnectionId connection, Message message) {
    if (broken.contains(connection)) {
      return Delivery.GONE;
    }
    if (slow.contains(connection)) {
      return Delivery.NO_ROOM;
    }
    received.computeIfAbsent(connection, key -> new ArrayList<>()).add(message);
    return Delivery.QUEUED;
  }

  int receivedBy(ConnectionId connection) {
    return received.getOrDefault(connection, List.of()).size();
  }

  void register(ConnectionId connection, UserId user) {
    users.register(connection, DOMAIN, user);
  }

  /** A message of {@link org.bbc1.node.Requests#USER} with a payload of this many bytes. */
  static Message message(int size) {
    return Message.of(Command.MESSAGE)
        .put(KeyType.DOMAIN_ID, DOMAIN)
        .put(KeyType.SOURCE_USER_ID, USER)
        .put(KeyType.DESTINATION_USER_ID, OTHER)
        .put(KeyType.MESSAGE, new byte[size])
        .build();
  }

  CompletableFuture<Void> send() {
    return messaging.router().send(SENDER, DOMAIN, OTHER, message(10)).toCompletableFuture();
  }

  /** Other nodes: what they are said to know, and what they were sent. */
  static final class Peers implements RemoteUsers {

    final Map<UserId, List<NodeId>> known = new HashMap<>();
    final List<NodeId> forwarded = new ArrayList<>();
    final List<String> announced = new ArrayList<>();
    final List<UserId> lookedFor = new ArrayList<>();

    static NodeId node(int number) {
      byte[] id = new byte[NodeId.FULL_LENGTH];
      id[0] = (byte) number;
      return NodeId.of(id);
    }

    @Override
    public List<NodeId> nodesOf(DomainId domain, UserId user) {
      return known.getOrDefault(user, List.of());
    }

    @Override
    public Map<UserId, List<NodeId>> entriesOf(DomainId domain) {
      return known;
    }

    @Override
    public void forward(DomainId domain, NodeId node, Message message) {
      forwarded.add(node);
    }

    @Override
    public void resolve(DomainId domain, UserId user) {
      lookedFor.add(user);
    }

    @Override
    public void join(DomainId domain, UserId user, boolean permanent) {
      announced.add((permanent ? "join for ever " : "join ") + user.toHex().substring(0, 2));
    }

    @Override
    public void leave(DomainId domain, UserId user) {
      announced.add("leave " + user.toHex().substring(0, 2));
    }
  }
}
