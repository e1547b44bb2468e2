package org.bbc1.connector;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bbc1.connector.inbound.ClientMessageListener;
import org.bbc1.message.Frames;
import org.bbc1.message.Message;
import org.bbc1.session.SessionKey;

/**
 * The client port: a listening TCP socket and the connections accepted from it. Needs no container.
 */
public final class ClientPort implements AutoCloseable {

  private static final Logger LOG = System.getLogger(ClientPort.class.getName());
  private static final int MAX_BACKLOG = 1024;

  private final ConnectorConfiguration configuration;
  private final ConnectorThreads threads;
  private final ConnectionRegistry registry;
  private final PortParts parts;
  private final TrafficCounters counters = new TrafficCounters();
  private final AtomicBoolean refusing = new AtomicBoolean();
  private final Channel serverChannel;
  private volatile boolean closed;

  private ClientPort(
      ConnectorConfiguration configuration,
      ConnectorThreads threads,
      ClientMessageListener listener)
      throws IOException {
    this.configuration = configuration;
    this.threads = threads;
    this.registry =
        new ConnectionRegistry(
            configuration.maxConnections(), configuration.maxConnectionsPerAddress());
    this.parts =
        new PortParts(
            configuration,
            registry,
            new MemoryBudget(configuration.maxTotalBytes()),
            threads.workers(),
            listener,
            counters);
    this.serverChannel = bind();
  }

  /**
   * Binds the port and begins to serve clients.
   *
   * @param threads run the sockets and the listener; they outlive the port
   * @param listener receives the messages
   * @throws IOException if the address cannot be bound; the text says which and why
   */
  public static ClientPort open(
      ConnectorConfiguration configuration,
      ConnectorThreads threads,
      ClientMessageListener listener)
      throws IOException {
    return new ClientPort(configuration, threads, listener);
  }

  private Channel bind() throws IOException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(threads.acceptor(), threads.sockets())
            .channel(threads.transport().serverChannel())
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(ChannelOption.SO_BACKLOG, Math.min(MAX_BACKLOG, configuration.maxConnections()))
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childHandler(new Acceptor())
            .bind(configuration.clientAddress(), configuration.clientPort())
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException(
          ConnectorText.CANNOT_LISTEN.with(
              configuration.clientAddress().getHostAddress(),
              configuration.clientPort(),
              bound.cause().getMessage()),
          bound.cause());
    }
    InetSocketAddress local = (InetSocketAddress) bound.channel().localAddress();
    LOG.log(
        Level.INFO,
        ConnectorText.LISTENING.with(
            local.getAddress().getHostAddress(), local.getPort(), threads.transport()));
    return bound.channel();
  }

  /** The address the port is bound to. */
  public InetSocketAddress address() {
    return (InetSocketAddress) serverChannel.localAddress();
  }

  /**
   * Queues a message for a client; false if its connection is gone or is closed now by an overflow.
   */
  public boolean send(ConnectionId id, Message message) {
    ClientConnection connection = registry.find(id);
    return connection != null && connection.send(Frames.encode(message));
  }

  /** As {@link #send}, but encrypted if the connection has a key. */
  public boolean sendProtected(ConnectionId id, Message message) {
    ClientConnection connection = registry.find(id);
    return connection != null && connection.sendProtected(Frames.encode(message));
  }

  /**
   * Queues a message that the client did not ask for, encrypted if the connection has a key. It may
   * not fill more than half of the queue, so that nobody can have another client disconnected.
   */
  public Delivery offerProtected(ConnectionId id, Message message) {
    ClientConnection connection = registry.find(id);
    return connection == null ? Delivery.GONE : connection.offerProtected(message);
  }

  /** As {@link #send}, and sets the key of the connection for both directions behind it. */
  public boolean sendAndActivate(ConnectionId id, Message message, SessionKey key) {
    ClientConnection connection = registry.find(id);
    return connection != null && connection.sendAndActivate(Frames.encode(message), key);
  }

  /** Closes a connection after what is queued for it has been written. */
  public void disconnect(ConnectionId id) {
    ClientConnection connection = registry.find(id);
    if (connection != null) {
      connection.disconnect();
    }
  }

  /** Number of open connections. */
  public int connectionCount() {
    return registry.size();
  }

  /** What has been counted so far. */
  public ConnectorCounters counters() {
    return counters.snapshot(registry.size(), parts.memory().inUse());
  }

  /** Closes the port and every connection at once; messages not yet delivered are thrown away. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    InetSocketAddress local = address();
    serverChannel.close().awaitUninterruptibly();
    registry.all().forEach(ClientConnection::shutDown);
    LOG.log(
        Level.INFO,
        ConnectorText.STOPPED_LISTENING.with(local.getAddress().getHostAddress(), local.getPort()));
  }

  private void refuse(Channel channel, String why) {
    counters.connectionsRefused.increment();
    if (refusing.compareAndSet(false, true)) {
      LOG.log(Level.WARNING, why);
    }
    var unused = channel.close();
  }

  private void admit(Channel channel, InetAddress remote) {
    switch (registry.takePlace(remote)) {
      case TAKEN -> accept(channel, remote);
      case NONE_FREE ->
          refuse(
              channel,
              ConnectorText.CONNECTION_REFUSED.with(
                  registry.size(), configuration.maxConnections()));
      case NONE_FOR_ADDRESS ->
          refuse(
              channel,
              ConnectorText.ADDRESS_REFUSED.with(
                  remote.getHostAddress(), configuration.maxConnectionsPerAddress()));
    }
  }

  private void accept(Channel channel, InetAddress remote) {
    refusing.set(false);
    counters.connectionsAccepted.increment();
    ClientConnection connection =
        new ClientConnection(
            registry.nextId(), channel, parts, () -> registry.releasePlace(remote));
    registry.add(connection);
    channel.closeFuture().addListener(gone -> connection.closed());
    channel.pipeline().addLast(connection);
    if (closed) {
      connection.shutDown();
    }
  }

  private final class Acceptor extends ChannelInitializer<Channel> {

    @Override
    protected void initChannel(Channel channel) {
      if (!closed && channel.remoteAddress() instanceof InetSocketAddress remote) {
        admit(channel, remote.getAddress());
      } else {
        var unused = channel.close();
      }
    }
  }
}
