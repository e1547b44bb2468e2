package org.bbc1.node.command;

import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Reasons;
import org.bbc1.node.domain.Domain;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.network.DomainNetwork;
import org.bbc1.node.network.NeighborList;

/** GET_NEIGHBORLIST: the nodes of a domain, this one first (spec client-protocol 10.10). */
final class GetNeighborListHandler implements CommandHandler.Immediate {

  private final DomainRegistry domains;
  private final DomainNetwork network;

  GetNeighborListHandler(DomainRegistry domains, DomainNetwork network) {
    this.domains = domains;
    this.network = network;
  }

  @Override
  public Command command() {
    return Command.REQUEST_GET_NEIGHBORLIST;
  }

  @Override
  public Reply answer(Request request) {
    return domains
        .find(request.domainId())
        .map(this::list)
        .orElseGet(GetNeighborListHandler::noSuchDomain);
  }

  private Reply list(Domain domain) {
    byte[] list = NeighborList.encode(network.nodesOf(domain));
    return Reply.direct(fields -> fields.put(KeyType.NEIGHBOR_LIST, list));
  }

  /** The status false of the reference: old clients take it for success and look for the list. */
  private static Reply noSuchDomain() {
    return Reply.direct(
        fields -> fields.put(KeyType.STATUS, false).put(KeyType.REASON, Reasons.NO_SUCH_DOMAIN));
  }
}
