package org.bbc1.node.messaging;

import org.bbc1.connector.ConnectionId;
import org.bbc1.connector.Delivery;
import org.bbc1.message.Message;

/** The way to a client's connection; encrypted if it has a key. Thread-safe, does not block. */
@FunctionalInterface
public interface UserPort {

  /** Queues a message, if the client has room for what it did not ask for. */
  Delivery offer(ConnectionId connection, Message message);
}
