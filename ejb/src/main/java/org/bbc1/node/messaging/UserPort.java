package org.bbc1.node.messaging;

import org.bbc1.connector.ConnectionId;
import org.bbc1.message.Message;

/** The way to a client's connection; encrypted if it has a key. Thread-safe, does not block. */
@FunctionalInterface
public interface UserPort {

  /**
   * Queues a message.
   *
   * @return false if the connection is gone
   */
  boolean send(ConnectionId connection, Message message);
}
