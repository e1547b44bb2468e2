package org.bbc1.connector;

import io.netty.channel.Channel;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;

/**
 * Decides whether a connection is read: not while its mailbox is full, nor while all connections
 * together take too much memory. Accounts for the frame that has begun. Event loop only, but for
 * {@link #resume}.
 */
final class ReadGate implements Mailbox.Flow {

  private static final Logger LOG = System.getLogger(ReadGate.class.getName());

  private final ConnectionId id;
  private final Channel channel;
  private final PortParts port;
  private final MemoryAccount memory;
  private final Runnable onReading;
  private volatile boolean mailboxIsFull;
  private boolean waitsForMemory;
  private int halfFrameBytes;

  /**
   * @param onReading told on the event loop when reading goes on
   */
  ReadGate(
      ConnectionId id, Channel channel, PortParts port, MemoryAccount memory, Runnable onReading) {
    this.id = id;
    this.channel = channel;
    this.port = port;
    this.memory = memory;
    this.onReading = onReading;
  }

  @Override
  public void pause() {
    mailboxIsFull = true;
    channel.config().setAutoRead(false);
  }

  @Override
  public void resume() {
    mailboxIsFull = false;
    onEventLoop(this::readAgain);
  }

  /** Whether the connection is read. */
  boolean isOpen() {
    return channel.config().isAutoRead();
  }

  /** The frame that has begun takes so many bytes of memory now. */
  void halfFrame(int bytes) {
    if (bytes != halfFrameBytes) {
      memory.hold(bytes - halfFrameBytes);
      halfFrameBytes = bytes;
    }
  }

  /** Something has been read; whoever holds too much is closed, and reading may have to wait. */
  void keepWithinMemory() {
    port.relieveMemory();
    if (!waitsForMemory && port.memory().isFull()) {
      waitsForMemory = true;
      channel.config().setAutoRead(false);
      port.memory().whenThereIsRoom(() -> onEventLoop(this::thereIsRoom));
    }
  }

  private void thereIsRoom() {
    waitsForMemory = false;
    readAgain();
  }

  private void readAgain() {
    if (!mailboxIsFull && !waitsForMemory && channel.isActive()) {
      onReading.run();
      channel.config().setAutoRead(true);
    }
  }

  private void onEventLoop(Runnable task) {
    try {
      channel.eventLoop().execute(task);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, () -> ConnectorText.SOCKET_FAILED.with(id, e));
    }
  }
}
