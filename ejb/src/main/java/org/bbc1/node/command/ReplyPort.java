package org.bbc1.node.command;

import org.bbc1.connector.ConnectionId;
import org.bbc1.message.Message;

/** The way back to the clients. Implementations are thread-safe and do not block. */
public interface ReplyPort {

  /**
   * Queues a message for a client.
   *
   * @return false if the connection is gone
   */
  boolean send(ConnectionId connection, Message message);

  /** Closes a connection after what is queued for it was written. */
  void disconnect(ConnectionId connection);

  /** Number of open connections. */
  int connectionCount();

  /** Whether clients can connect. */
  boolean isOpen();
}
