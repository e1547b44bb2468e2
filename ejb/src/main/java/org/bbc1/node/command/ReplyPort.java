package org.bbc1.node.command;

import org.bbc1.connector.ConnectionId;
import org.bbc1.connector.Delivery;
import org.bbc1.message.Message;
import org.bbc1.session.SessionKey;

/** The way back to the clients. Implementations are thread-safe and do not block. */
public interface ReplyPort {

  /**
   * Queues a message for a client.
   *
   * @return false if the connection is gone
   */
  boolean send(ConnectionId connection, Message message);

  /**
   * Queues a message for a client, encrypted if its connection has a key: for routed replies, user
   * messages and notifications (spec client-protocol 8.2).
   *
   * @return false if the connection is gone
   */
  boolean sendProtected(ConnectionId connection, Message message);

  /**
   * Queues what the client did not ask for, encrypted if its connection has a key. It leaves room
   * for the answers to the client's own requests and never closes the connection.
   */
  Delivery offerProtected(ConnectionId connection, Message message);

  /**
   * Queues a plain message with which the session key of the connection comes into force, in both
   * directions.
   *
   * @return false if the connection is gone
   */
  boolean sendAndActivate(ConnectionId connection, Message message, SessionKey key);

  /** Closes a connection after what is queued for it was written. */
  void disconnect(ConnectionId connection);

  /** Number of open connections. */
  int connectionCount();

  /** Whether clients can connect. */
  boolean isOpen();
}
