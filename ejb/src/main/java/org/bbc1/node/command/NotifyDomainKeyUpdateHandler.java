package org.bbc1.node.command;

import org.bbc1.message.Command;
import org.bbc1.node.network.DomainKeys;

/**
 * NOTIFY_DOMAIN_KEY_UPDATE: the key file is read again; there is never a reply (spec
 * client-protocol 10.9).
 */
final class NotifyDomainKeyUpdateHandler implements CommandHandler.Blocking {

  private final DomainKeys keys;

  NotifyDomainKeyUpdateHandler(DomainKeys keys) {
    this.keys = keys;
  }

  @Override
  public Command command() {
    return Command.NOTIFY_DOMAIN_KEY_UPDATE;
  }

  @Override
  public Reply answer(Request request) {
    if (request.domainId() != null) {
      keys.reload(request.domainId());
    }
    return Reply.none();
  }
}
