package org.bbc1.node.command;

import java.util.List;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.domain.UserRegistry;
import org.bbc1.node.messaging.Messaging;

/** The commands of users and what they tell each other. */
final class MessagingCommands {

  private MessagingCommands() {}

  static List<CommandHandler> handlers(ClientCommands.Environment node) {
    DomainRegistry domains = node.domains();
    UserRegistry users = node.users();
    Messaging messaging = node.messaging();
    return List.of(
        new RegisterHandler(domains, users, messaging.announcements()),
        new UnregisterHandler(messaging, node.port()),
        new MessageHandler(domains, messaging.router()),
        new GatherSignatureHandler(domains, messaging.router(), messaging.maxSigners()),
        new SignatureHandler(domains, messaging.router()),
        new InsertNotificationHandler(domains, messaging.notifications()),
        new CancelNotificationHandler(domains, messaging.notifications()),
        new UserListHandler(
            Command.REQUEST_GET_USERS,
            KeyType.USER_LIST,
            domain -> BinaryList.of(users.usersOf(domain))),
        new UserListHandler(
            Command.REQUEST_GET_FORWARDING_LIST,
            KeyType.FORWARDING_LIST,
            domain -> BinaryList.of(messaging.forwardingList(domain))),
        new UserListHandler(
            Command.REQUEST_GET_NOTIFICATION_LIST,
            KeyType.NOTIFICATION_LIST,
            domain -> BinaryList.of(messaging.notifications().list(domain))));
  }
}
