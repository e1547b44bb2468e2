package org.bbc1.node.command;

import java.util.List;
import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.node.domain.Domain;
import org.bbc1.node.domain.DomainRegistry;

/** GET_DOMAINLIST: the running domains in order of creation (spec client-protocol 10.7). */
final class GetDomainListHandler implements CommandHandler.Immediate {

  private final DomainRegistry domains;

  GetDomainListHandler(DomainRegistry domains) {
    this.domains = domains;
  }

  @Override
  public Command command() {
    return Command.REQUEST_GET_DOMAINLIST;
  }

  @Override
  public Reply answer(Request request) {
    List<DomainId> running = domains.list().stream().map(Domain::id).toList();
    return Reply.direct(fields -> fields.put(KeyType.DOMAIN_LIST, BinaryList.of(running)));
  }
}
