package org.bbc1.node.command;

import org.bbc1.id.AssetGroupId;
import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.messaging.Notifications;

/**
 * CANCEL_INSERT_NOTIFICATION: the user does not want to be told of an asset group any more; no
 * reply (spec client-protocol 12.1).
 */
final class CancelNotificationHandler implements CommandHandler.Immediate {

  private final DomainRegistry domains;
  private final Notifications notifications;

  CancelNotificationHandler(DomainRegistry domains, Notifications notifications) {
    this.domains = domains;
    this.notifications = notifications;
  }

  @Override
  public Command command() {
    return Command.CANCEL_INSERT_NOTIFICATION;
  }

  @Override
  public Reply answer(Request request) {
    DomainId domain = domains.require(request.domainId()).id();
    AssetGroupId group = request.message().id(KeyType.ASSET_GROUP_ID, FullIds::assetGroup);
    notifications.remove(domain, group, request.sender());
    return Reply.none();
  }
}
