package org.bbc1.node.command;

import org.bbc1.id.NodeId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.node.domain.DomainRegistry;

/** GET_NODEID: this node's id in the domain (spec client-protocol 10.13). */
final class GetNodeIdHandler implements CommandHandler.Immediate {

  private final DomainRegistry domains;

  GetNodeIdHandler(DomainRegistry domains) {
    this.domains = domains;
  }

  @Override
  public Command command() {
    return Command.REQUEST_GET_NODEID;
  }

  @Override
  public Reply answer(Request request) {
    NodeId nodeId = domains.require(request.domainId()).nodeId();
    return Reply.direct(fields -> fields.put(KeyType.NODE_ID, nodeId));
  }
}
