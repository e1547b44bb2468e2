package org.bbc1.client;

import java.util.random.RandomGenerator;
import org.bbc1.message.Message;
import org.bbc1.session.SessionKey;
import org.jspecify.annotations.Nullable;

/**
 * The way to the node: one connection at a time, made anew after a loss if the configuration says
 * so. Between a loss and the end of the restoration nothing of the program is sent.
 */
final class NodeLink {

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
     * @throws RuntimeException if that fails
     */
    void restore();

    /** The new connection is ready for use; called after {@code lost} has returned. */
    void restored();

    /** There will be no new connection. */
    void givenUp(ConnectionException cause);
  }

  private final ClientConfig config;
  private final User user;
  private final Reconnector reconnector;
  private final QueryIds queryIds = new QueryIds();

  /** Held while the user is told of a loss or a restoration, so that none overtakes the other. */
  private final Object transition = new Object();

  private @Nullable FrameConnection connection;
  private boolean ready;
  private boolean endIsWanted;
  private boolean encrypted;

  NodeLink(ClientConfig config, User user, RandomGenerator random) {
    this.config = config;
    this.user = user;
    this.reconnector = new Reconnector(config, random, this::connectAnew, user::givenUp);
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
    if (reconnector.isClosed()) {
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
    reconnector.close();
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

  private final class Incoming implements FrameConnection.Receiver {
    @Override
    public void received(Message message) {
      user.received(message);
    }

    @Override
    public void ended(FrameConnection ended, ConnectionException cause) {
      boolean reconnect;
      synchronized (transition) {
        boolean wasReady;
        synchronized (NodeLink.this) {
          if (connection != ended) {
            return;
          }
          wasReady = ready;
          reconnect = wasReady && !endIsWanted;
          connection = null;
          ready = false;
        }
        if (wasReady) {
          user.lost(cause);
        }
      }
      user.ended(cause);
      if (reconnect && reconnector.isWanted()) {
        reconnector.start();
      }
    }
  }

  private void connectAnew() {
    try {
      connect(false);
      user.restore();
    } catch (RuntimeException e) {
      dropUnready();
      throw e;
    }
    synchronized (transition) {
      synchronized (this) {
        if (connection == null) {
          throw new ConnectionException("the new connection was lost at once", null);
        }
        ready = true;
      }
      user.restored();
    }
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
