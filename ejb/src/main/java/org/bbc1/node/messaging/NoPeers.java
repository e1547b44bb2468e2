package org.bbc1.node.messaging;

import java.util.List;
import java.util.Map;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.id.UserId;
import org.bbc1.message.Message;

/** Nobody is anywhere else. */
final class NoPeers implements RemoteUsers {

  @Override
  public List<NodeId> nodesOf(DomainId domain, UserId user) {
    return List.of();
  }

  @Override
  public Map<UserId, List<NodeId>> entriesOf(DomainId domain) {
    return Map.of();
  }

  @Override
  public void forward(DomainId domain, NodeId node, Message message) {
    throw new IllegalArgumentException(node + " is no neighbour");
  }

  @Override
  public void resolve(DomainId domain, UserId user) {}

  @Override
  public void join(DomainId domain, UserId user, boolean permanent) {}

  @Override
  public void leave(DomainId domain, UserId user) {}
}
