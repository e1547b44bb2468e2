package org.bbc1.client;

import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.bbc1.message.Message;
import org.bbc1.session.SessionKey;
import org.jspecify.annotations.Nullable;

/**
 * The way to the node: one connection at a time, made anew after a loss if the configuration says
 * so. Between a loss and the end of the restoration nothing of the program is sent.
 */
final class NodeLink {

  private static final System.Logger LOG = System.getLogger(NodeLink.class.getName());

  /** Who uses the link. Called on the reader thread, {@code restore} on one of its own. */
  interface User {
    void received(Message message);

    /** A connection has ended, ready or not: what waits for an answer waits in vain. */
    void ended(ConnectionException cause);

    /** A connection that was ready for use has ended. */
    void lost(ConnectionException cause);

    /**
     * A new connection stands; brings it into the state of the last one by {@link #sendRestoring}.
     *
     * @throws ClientException if that fails
     */
    void restore();

    /** The new connection is ready for use. */
    void restored();
  }

  private final ClientConfig config;
  private final User user;
  private final RandomGenerator random;
  private final QueryIds queryIds = new QueryIds();
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable FrameConnection connection;
  private boolean ready;
  private boolean endIsWanted;
  private boolean encrypted;

  NodeLink(ClientConfig config, User user, RandomGenerator random) {
    this.config = config;
    this.user = user;
    this.random = random;
  }

  QueryIds queryIds() {
    return queryIds;
  }

  /**
   * Makes the first connection.
   *
   * @throws ConnectionException if the node cannot be reached
   */
  void open() {
    connect(true);
  }

  private void connect(boolean readyAtOnce) {
    FrameConnection made = FrameConnection.open(config);
    synchronized (this) {
      connection = made;
      ready = readyAtOnce;
    }
    made.read(new Incoming());
    if (isClosed()) {
      made.close();
    }
  }

  /**
   * Sends one message, encrypted if that is wanted.
   *
   * @throws ConnectionException if there is no connection
   * @throws IllegalArgumentException if the message is longer than a frame may be
   */
  void send(Message message) {
    FrameConnection current;
    boolean encrypt;
    synchronized (this) {
      current = ready ? connection : null;
      encrypt = encrypted;
    }
    send(current, message, encrypt);
  }

  /** Sends one message as part of the restoration of a connection. */
  void sendRestoring(Message message) {
    FrameConnection current;
    boolean encrypt;
    synchronized (this) {
      current = connection;
      encrypt = encrypted;
    }
    send(current, message, encrypt);
  }

  /** Sends one message that is never encrypted, on a connection that need not be restored yet. */
  void sendPlain(Message message) {
    FrameConnection current;
    synchronized (this) {
      current = connection;
    }
    send(current, message, false);
  }

  private static void send(@Nullable FrameConnection current, Message message, boolean encrypt) {
    if (current == null) {
      throw new ConnectionException("there is no connection to the node", null);
    }
    current.send(message, encrypt);
  }

  /** Puts a key in force on the current connection. */
  synchronized void activate(SessionKey key) {
    if (connection != null) {
      connection.activate(key);
    }
  }

  /** Whether what is sent is encrypted. */
  synchronized boolean isEncrypted() {
    return encrypted;
  }

  /** What is sent from now on is encrypted, or no longer. */
  synchronized void setEncrypted(boolean wanted) {
    encrypted = wanted;
  }

  /** The node is about to close the connection, and it shall not be made anew. */
  synchronized void expectEnd() {
    endIsWanted = true;
  }

  void close() {
    closed.countDown();
    FrameConnection current;
    synchronized (this) {
      current = connection;
      connection = null;
      ready = false;
    }
    if (current != null) {
      current.close();
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private final class Incoming implements FrameConnection.Receiver {
    @Override
    public void received(Message message) {
      user.received(message);
    }

    @Override
    public void ended(FrameConnection ended, ConnectionException cause) {
      boolean wasReady;
      boolean reconnect;
      synchronized (NodeLink.this) {
        if (connection != ended) {
          return;
        }
        wasReady = ready;
        reconnect = ready && !endIsWanted && config.reconnection().attempts() > 0;
        connection = null;
        ready = false;
      }
      user.ended(cause);
      if (wasReady) {
        user.lost(cause);
      }
      if (reconnect && !isClosed()) {
        startReconnecting();
      }
    }
  }

  private void startReconnecting() {
    Thread thread =
        new Thread(this::reconnect, "bbc1-reconnect-" + config.host() + ":" + config.port());
    thread.setDaemon(true);
    thread.start();
  }

  private void reconnect() {
    for (int attempt = 0; attempt < config.reconnection().attempts(); attempt++) {
      if (!pause(attempt) || tryToReconnect()) {
        return;
      }
    }
    LOG.log(Level.WARNING, "gave up reconnecting to {0}", config.host());
  }

  /** Waits for the next attempt; false if the client was closed. */
  private boolean pause(int attempt) {
    long delay = config.reconnection().delay(attempt, random.nextDouble()).toMillis();
    try {
      return !closed.await(delay, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean tryToReconnect() {
    try {
      connect(false);
      user.restore();
    } catch (ClientException e) {
      LOG.log(Level.DEBUG, "reconnecting failed: {0}", e.getMessage());
      dropUnready();
      return false;
    }
    synchronized (this) {
      ready = connection != null;
      if (!ready) {
        return isClosed();
      }
    }
    user.restored();
    return true;
  }

  private void dropUnready() {
    FrameConnection current;
    synchronized (this) {
      current = connection;
      connection = null;
    }
    if (current != null) {
      current.close();
    }
  }
}
