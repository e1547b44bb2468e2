package org.bbc1.node.command;

import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Reasons;
import org.bbc1.node.network.StaticNodes;
import org.jspecify.annotations.Nullable;

/**
 * SET_STATIC_NODE: every refusal has status 0, result false and a reason (spec client-protocol
 * 10.3).
 */
final class SetStaticNodeHandler implements CommandHandler.Blocking {

  private final StaticNodes staticNodes;

  SetStaticNodeHandler(StaticNodes staticNodes) {
    this.staticNodes = staticNodes;
  }

  @Override
  public Command command() {
    return Command.REQUEST_SET_STATIC_NODE;
  }

  @Override
  public Reply answer(Request request) {
    String refusal = refusal(request);
    return Reply.direct(
        fields -> {
          if (refusal != null) {
            fields.put(KeyType.REASON, refusal);
          }
          fields.put(KeyType.RESULT, refusal == null);
        });
  }

  private @Nullable String refusal(Request request) {
    DomainId domain = request.domainId();
    if (domain == null) {
      return Reasons.NO_SUCH_DOMAIN;
    }
    try {
      NodeInfo node = NodeInfo.of(request.message().get(KeyType.NODE_INFO));
      staticNodes.add(domain, node.nodeId(), node.address());
      return null;
    } catch (IllegalArgumentException | StaticNodes.RefusedException e) {
      return e.getMessage();
    }
  }
}
