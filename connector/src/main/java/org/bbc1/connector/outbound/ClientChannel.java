package org.bbc1.connector.outbound;

import java.net.InetSocketAddress;
import org.bbc1.connector.ConnectionId;
import org.bbc1.connector.ConnectorCounters;
import org.bbc1.connector.Delivery;
import org.bbc1.message.Message;
import org.bbc1.session.SessionKey;

/**
 * Writes to the clients. Safe for use by many threads; what one thread sends on a connection
 * arrives in that order. Closing the handle leaves the port and its connections as they are.
 */
public interface ClientChannel extends AutoCloseable {

  /**
   * Queues a message for a client; it goes out as a msgpack frame (payload type 2, all-bin).
   *
   * @return whether it was queued: false if the connection is gone, was told to disconnect, or has
   *     been closed now because more bytes than allowed wait to be sent
   */
  boolean send(ConnectionId connection, Message message);

  /**
   * As {@link #send}, but encrypted (payload type 3) once the connection has a key: for what the
   * protocol calls routed replies, user messages and notifications.
   */
  boolean sendProtected(ConnectionId connection, Message message);

  /**
   * Queues what the client did not ask for, a user message or a notification, as {@link
   * #sendProtected} does. It may not fill more than half of the queue and never closes the
   * connection, so that nobody can have another client disconnected.
   */
  Delivery offerProtected(ConnectionId connection, Message message);

  /**
   * As {@link #send}, plain, and with the message the key of the connection comes into force, in
   * place of an earlier one, in both directions: nothing under another key is sent behind it. The
   * key ends with the connection.
   */
  boolean sendAndActivate(ConnectionId connection, Message message, SessionKey key);

  /**
   * Closes a connection after what is queued for it has been written. Messages it sent meanwhile
   * are discarded.
   */
  void disconnect(ConnectionId connection);

  /** Number of open connections. */
  int connectionCount();

  /**
   * The address the client port is bound to; with a configured port of 0 it names the port that was
   * given.
   *
   * @throws IllegalStateException if the client port is not open
   */
  InetSocketAddress clientAddress();

  /** What has been counted since the port was opened; all zero if it is not open. */
  ConnectorCounters counters();

  /** Gives the handle back. */
  @Override
  void close();
}
