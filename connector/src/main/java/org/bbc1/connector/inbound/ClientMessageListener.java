package org.bbc1.connector.inbound;

import java.util.concurrent.CompletionStage;
import org.bbc1.connector.ConnectionId;
import org.bbc1.message.Dialect;
import org.bbc1.message.Message;

/**
 * Receives the messages of the clients; a message-driven bean implements it. Calls come on the
 * connector's worker threads, for one connection one after the other, for different connections in
 * parallel.
 */
public interface ClientMessageListener {

  /**
   * One message that has an integer command. It may block its worker thread, but should rather
   * return a stage and let the thread go.
   *
   * @param connection where it came from
   * @param message the decoded message
   * @param dialect how the client writes msgpack, told by the first message of the connection
   * @return completes when the message has been dealt with; only then the next message of this
   *     connection is delivered. A failed stage, like a thrown exception, is logged and counts as
   *     complete
   */
  CompletionStage<Void> onMessage(ConnectionId connection, Message message, Dialect dialect);

  /**
   * The connection is closed and all its messages have been dealt with; nothing more comes from it.
   * Not called for connections that end because the port itself is closed.
   *
   * @param connection the closed connection
   */
  void onDisconnected(ConnectionId connection);
}
