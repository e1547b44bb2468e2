package org.bbc1.node.command;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.messaging.Notifications;

/**
 * INSERT_NOTIFICATION: the user wants to be told of inserts into an asset group, registered or not;
 * no reply (spec client-protocol 12.1).
 */
final class InsertNotificationHandler implements CommandHandler.Immediate {

  private static final Logger LOG = System.getLogger("core");

  private final DomainRegistry domains;
  private final Notifications notifications;

  InsertNotificationHandler(DomainRegistry domains, Notifications notifications) {
    this.domains = domains;
    this.notifications = notifications;
  }

  @Override
  public Command command() {
    return Command.REQUEST_INSERT_NOTIFICATION;
  }

  @Override
  public Reply answer(Request request) {
    DomainId domain = domains.require(request.domainId()).id();
    AssetGroupId group = request.message().id(KeyType.ASSET_GROUP_ID, FullIds::assetGroup);
    if (!notifications.add(request.connection(), domain, group, request.sender())) {
      LOG.log(
          Level.DEBUG, // a client could fill the log with it
          "{0}: INSERT_NOTIFICATION beyond the number that is allowed",
          request.connection());
    } else if (domains.find(domain).isEmpty()) {
      notifications.remove(domain, group, request.sender());
    }
    return Reply.none();
  }
}
