package org.bbc1.node.messaging;

import java.util.List;
import java.util.Map;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.id.UserId;
import org.bbc1.message.Message;

/**
 * What is known of users on other nodes. Asset groups that somebody wants to be notified of share
 * the table with users and stand in it under their id, as they do between nodes (spec node-protocol
 * 9). Thread-safe, does not block.
 */
public interface RemoteUsers {

  /** A node that has no other nodes around it. */
  RemoteUsers NONE = new NoPeers();

  /** The nodes where a user was seen or that joined for it; empty if none is known. */
  List<NodeId> nodesOf(DomainId domain, UserId user);

  /** All that is known in a domain, for the forwarding list. */
  Map<UserId, List<NodeId>> entriesOf(DomainId domain);

  /** Sends a message to a node, which hands it to its own users. */
  void forward(DomainId domain, NodeId node, Message message);

  /** Asks the neighbours where a user is. */
  void resolve(DomainId domain, UserId user);

  /**
   * Tells the neighbours that this node wants what is sent to a user.
   *
   * @param permanent whether it counts until {@link #leave}, as it does for an asset group
   */
  void join(DomainId domain, UserId user, boolean permanent);

  /** Takes a {@link #join} back. */
  void leave(DomainId domain, UserId user);
}
