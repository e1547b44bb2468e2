package org.bbc1.client;

import java.util.concurrent.atomic.AtomicReference;
import org.bbc1.message.Message;
import org.jspecify.annotations.Nullable;

/** The way to the node that both faces of the client use: one connection and its query ids. */
final class NodeLink {

  private final QueryIds queryIds = new QueryIds();
  private final AtomicReference<@Nullable FrameConnection> connection = new AtomicReference<>();

  QueryIds queryIds() {
    return queryIds;
  }

  /**
   * Connects.
   *
   * @throws ConnectionException if the node cannot be reached
   */
  void open(ClientConfig config, FrameConnection.Receiver receiver) {
    connection.set(FrameConnection.open(config, receiver));
  }

  /**
   * Sends one message.
   *
   * @throws ConnectionException if there is no connection
   * @throws IllegalArgumentException if the message is longer than a frame may be
   */
  void send(Message message) {
    FrameConnection current = connection.get();
    if (current == null) {
      throw new ConnectionException("there is no connection to the node", null);
    }
    current.send(message);
  }

  void close() {
    FrameConnection current = connection.getAndSet(null);
    if (current != null) {
      current.close();
    }
  }
}
