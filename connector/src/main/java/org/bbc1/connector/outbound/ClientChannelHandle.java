package org.bbc1.connector.outbound;

import java.net.InetSocketAddress;
import org.bbc1.connector.ClientPort;
import org.bbc1.connector.ConnectionId;
import org.bbc1.connector.ConnectorCounters;
import org.bbc1.connector.ConnectorText;
import org.bbc1.connector.Delivery;
import org.bbc1.message.Message;
import org.bbc1.session.SessionKey;
import org.jspecify.annotations.Nullable;

/** A handle of the application on a managed connection. */
public final class ClientChannelHandle implements ClientChannel {

  private volatile @Nullable ManagedClientChannel managed;

  ClientChannelHandle(ManagedClientChannel managed) {
    this.managed = managed;
  }

  @Override
  public boolean send(ConnectionId connection, Message message) {
    ClientPort port = port();
    return port != null && port.send(connection, message);
  }

  @Override
  public boolean sendProtected(ConnectionId connection, Message message) {
    ClientPort port = port();
    return port != null && port.sendProtected(connection, message);
  }

  @Override
  public Delivery offerProtected(ConnectionId connection, Message message) {
    ClientPort port = port();
    return port == null ? Delivery.GONE : port.offerProtected(connection, message);
  }

  @Override
  public boolean sendAndActivate(ConnectionId connection, Message message, SessionKey key) {
    ClientPort port = port();
    return port != null && port.sendAndActivate(connection, message, key);
  }

  @Override
  public void disconnect(ConnectionId connection) {
    ClientPort port = port();
    if (port != null) {
      port.disconnect(connection);
    }
  }

  @Override
  public int connectionCount() {
    ClientPort port = port();
    return port == null ? 0 : port.connectionCount();
  }

  @Override
  public InetSocketAddress clientAddress() {
    ClientPort port = port();
    if (port == null) {
      throw new IllegalStateException(ConnectorText.PORT_CLOSED.with());
    }
    return port.address();
  }

  @Override
  public ConnectorCounters counters() {
    ClientPort port = port();
    return port == null ? ConnectorCounters.NONE : port.counters();
  }

  @Override
  public void close() {
    ManagedClientChannel closing = managed;
    managed = null;
    if (closing != null) {
      closing.closed(this);
    }
  }

  void moveTo(@Nullable ManagedClientChannel other) {
    managed = other;
  }

  @Nullable ManagedClientChannel managed() {
    return managed;
  }

  private @Nullable ClientPort port() {
    ManagedClientChannel current = managed;
    if (current == null) {
      throw new IllegalStateException(ConnectorText.HANDLE_CLOSED.with());
    }
    return current.clientPort();
  }
}
