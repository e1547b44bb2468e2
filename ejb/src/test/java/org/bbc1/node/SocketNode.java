package org.bbc1.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bbc1.client.BbcClient;
import org.bbc1.client.ClientConfig;
import org.bbc1.connector.ClientPort;
import org.bbc1.connector.ConnectionId;
import org.bbc1.connector.ConnectorConfiguration;
import org.bbc1.connector.ConnectorThreads;
import org.bbc1.connector.Delivery;
import org.bbc1.connector.inbound.ClientMessageListener;
import org.bbc1.message.Dialect;
import org.bbc1.message.Message;
import org.bbc1.node.command.ReplyPort;
import org.bbc1.session.SessionKey;

/** A whole node behind the real client port on a free port of the loopback interface. */
public final class SocketNode implements AutoCloseable, ReplyPort, ClientMessageListener {

  private final ConnectorThreads threads;
  private final TestNode node;
  private final ClientPort port;

  public SocketNode(TestNode.Setup setup, Map<String, String> connectorSettings) {
    ConnectorConfiguration configuration =
        ConnectorConfiguration.read(
            key ->
                key.equals("bbc1.client.port")
                    ? Optional.of("0")
                    : Optional.ofNullable(connectorSettings.get(key)));
    this.threads = new ConnectorThreads(configuration);
    this.node = setup.startOn(this);
    try {
      this.port = ClientPort.open(configuration, threads, this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static SocketNode in(Path folder) {
    return new SocketNode(TestNode.in(folder), Map.of());
  }

  public TestNode node() {
    return node;
  }

  public int tcpPort() {
    return port.address().getPort();
  }

  public BbcClient connect() {
    return BbcClient.connect(ClientConfig.of("127.0.0.1", tcpPort()));
  }

  @Override
  public CompletionStage<Void> onMessage(
      ConnectionId connection, Message message, Dialect dialect) {
    return node.node().onMessage(connection, message, dialect);
  }

  @Override
  public void onDisconnected(ConnectionId connection) {
    node.node().onDisconnected(connection);
  }

  @Override
  public boolean send(ConnectionId connection, Message message) {
    return port.send(connection, message);
  }

  @Override
  public boolean sendProtected(ConnectionId connection, Message message) {
    return port.sendProtected(connection, message);
  }

  @Override
  public Delivery offerProtected(ConnectionId connection, Message message) {
    return port.offerProtected(connection, message);
  }

  @Override
  public boolean sendAndActivate(ConnectionId connection, Message message, SessionKey key) {
    return port.sendAndActivate(connection, message, key);
  }

  @Override
  public void disconnect(ConnectionId connection) {
    port.disconnect(connection);
  }

  @Override
  public int connectionCount() {
    return port.connectionCount();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {
    port.close();
    node.close();
    threads.close();
  }
}
