package org.bbc1.node.bean;

import org.bbc1.connector.ConnectionId;
import org.bbc1.connector.Delivery;
import org.bbc1.connector.outbound.ClientChannel;
import org.bbc1.message.Message;
import org.bbc1.node.command.ReplyPort;
import org.bbc1.session.SessionKey;

/** The resource adapter's client port as the node sees it. */
final class ChannelReplyPort implements ReplyPort {

  private final ClientChannel channel;

  ChannelReplyPort(ClientChannel channel) {
    this.channel = channel;
  }

  @Override
  public boolean send(ConnectionId connection, Message message) {
    return channel.send(connection, message);
  }

  @Override
  public boolean sendProtected(ConnectionId connection, Message message) {
    return channel.sendProtected(connection, message);
  }

  @Override
  public Delivery offerProtected(ConnectionId connection, Message message) {
    return channel.offerProtected(connection, message);
  }

  @Override
  public boolean sendAndActivate(ConnectionId connection, Message message, SessionKey key) {
    return channel.sendAndActivate(connection, message, key);
  }

  @Override
  public void disconnect(ConnectionId connection) {
    channel.disconnect(connection);
  }

  @Override
  public int connectionCount() {
    return channel.connectionCount();
  }

  @Override
  public boolean isOpen() {
    try {
      return channel.clientAddress().getPort() > 0;
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
