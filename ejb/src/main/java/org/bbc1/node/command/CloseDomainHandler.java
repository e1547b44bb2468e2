package org.bbc1.node.command;

import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Reasons;
import org.bbc1.node.domain.DomainRegistry;

/** CLOSE_DOMAIN; the reply never names the domain (spec client-protocol 10.2). */
final class CloseDomainHandler implements CommandHandler.Blocking {

  private final DomainRegistry domains;

  CloseDomainHandler(DomainRegistry domains) {
    this.domains = domains;
  }

  @Override
  public Command command() {
    return Command.REQUEST_CLOSE_DOMAIN;
  }

  @Override
  public Reply answer(Request request) {
    DomainId domain = request.domainId();
    boolean closed = domain != null && domains.close(domain);
    return Reply.direct(
        fields -> {
          fields.putNil(KeyType.DOMAIN_ID);
          if (!closed) {
            fields.put(KeyType.REASON, Reasons.NO_SUCH_DOMAIN);
          }
          fields.put(KeyType.RESULT, closed);
        });
  }
}
