package org.bbc1.node.command;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.domain.UserRegistry;
import org.bbc1.node.messaging.Announcements;

/**
 * REGISTER: binds the connection to a user of a domain; no reply, whatever happens (spec
 * client-protocol 7.1).
 */
final class RegisterHandler implements CommandHandler.Immediate {

  private static final Logger LOG = System.getLogger("core");

  private final DomainRegistry domains;
  private final UserRegistry users;
  private final Announcements announcements;

  RegisterHandler(DomainRegistry domains, UserRegistry users, Announcements announcements) {
    this.domains = domains;
    this.users = users;
    this.announcements = announcements;
  }

  @Override
  public Command command() {
    return Command.REGISTER;
  }

  @Override
  public Reply answer(Request request) {
    if (request.userId() == null
        || domains.find(request.domainId()).isEmpty()
        || request.domainId() == null) {
      LOG.log(
          Level.DEBUG,
          "{0}: REGISTER without a user or for a domain that does not run",
          request.connection());
    } else if (!users.register(request.connection(), request.domainId(), request.userId())) {
      LOG.log(
          Level.DEBUG, // a client could fill the log with it
          "{0}: REGISTER beyond the number of users a connection may have",
          request.connection());
    } else {
      afterRegistration(request, request.domainId(), request.userId());
    }
    return Reply.none();
  }

  /** The domain may have been closed meanwhile, after its bindings were removed. */
  private void afterRegistration(Request request, DomainId domain, UserId user) {
    if (domains.find(domain).isEmpty()) {
      users.removeDomain(domain);
    } else if (isOnMultinodes(request.message())) {
      announcements.announce(domain, user);
    }
  }

  private static boolean isOnMultinodes(Message message) {
    return message.get(KeyType.ON_MULTINODES) instanceof Value.Bool wanted && wanted.value();
  }
}
