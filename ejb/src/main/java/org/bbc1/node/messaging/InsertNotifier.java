package org.bbc1.node.messaging;

import java.util.List;
import java.util.Set;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.DomainId;
import org.bbc1.id.Id;
import org.bbc1.id.NodeId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.stats.Counter;
import org.bbc1.node.stats.Statistics;
import org.bbc1.node.transaction.InsertListener;
import org.bbc1.transaction.Transaction;

/**
 * Tells users of inserts into the asset groups they watch: one message for a transaction, its id
 * and its groups, never its content (spec client-protocol 12.1).
 */
final class InsertNotifier implements InsertListener {

  /** The command between nodes that the reference leaves in this message. */
  private static final byte[] NOTIFY_INSERTED = {0, 4};

  private final Notifications notifications;
  private final MessageRouter router;
  private final RemoteUsers remote;
  private final Statistics statistics;

  InsertNotifier(
      Notifications notifications,
      MessageRouter router,
      RemoteUsers remote,
      Statistics statistics) {
    this.notifications = notifications;
    this.router = router;
    this.remote = remote;
    this.statistics = statistics;
  }

  @Override
  public void inserted(DomainId domain, Transaction transaction) {
    Set<AssetGroupId> groups = transaction.assetGroupIds();
    Set<UserId> watchers = notifications.watchersOf(domain, groups);
    List<NodeId> nodes =
        groups.stream()
            .map(group -> UserId.of(group.toByteArray()))
            .flatMap(address -> remote.nodesOf(domain, address).stream())
            .distinct()
            .toList();
    if (watchers.isEmpty() && nodes.isEmpty()) {
      return;
    }
    Message notice = notice(domain, transaction, groups);
    watchers.forEach(user -> tell(domain, user, notice));
    nodes.forEach(node -> remote.forward(domain, node, notice));
  }

  private static Message notice(
      DomainId domain, Transaction transaction, Set<AssetGroupId> groups) {
    return Message.builder()
        .put(KeyType.DOMAIN_ID, domain)
        .put(KeyType.INFRA_COMMAND, NOTIFY_INSERTED)
        .put(KeyType.COMMAND, Command.NOTIFY_INSERTED.number())
        .put(KeyType.TRANSACTION_ID, transaction.transactionId())
        .put(KeyType.ASSET_GROUP_IDS, groups.stream().map(Id::toByteArray).toList())
        .build();
  }

  private void tell(DomainId domain, UserId user, Message notice) {
    statistics.increment(Counter.USER_MESSAGE_SEND_TO_USER);
    Message.Builder message = notice.toBuilder().put(KeyType.DESTINATION_USER_ID, user);
    if (!router.sendHere(domain, user, UserCategory.mark(message).build())) {
      statistics.increment(Counter.USER_MESSAGE_FAIL_TO_FIND_USER);
      notifications.removeAbsentUser(domain, user);
    }
  }
}
