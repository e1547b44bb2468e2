package org.bbc1.connector;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that wait to be sent on one connection. Any thread adds; the event loop copies what
 * fits into chunks while the socket takes them and flushes once per round, so that many small
 * messages share one system call and a slow reader holds heap, not direct memory.
 */
final class OutgoingQueue {

  private static final int CHUNK_BYTES = 64 * 1024;

  /** How long a client that does not read can delay its disconnection. */
  private static final long DISCONNECT_SECONDS = 10;

  /** Stands in the queue where the connection is to be closed. */
  private static final byte[] DISCONNECT = new byte[0];

  private final Channel channel;
  private final long maxBytes;
  private final MemoryAccount memory;
  private final TrafficCounters counters;
  private final Runnable onWritten;
  private final Queue<byte[]> frames = new ConcurrentLinkedQueue<>();
  private final AtomicLong waitingBytes = new AtomicLong();
  private final AtomicBoolean drainScheduled = new AtomicBoolean();
  private volatile boolean closing;

  private byte @Nullable [] current;
  private int currentOffset;

  /**
   * @param onWritten told on the event loop whenever the socket has taken bytes
   */
  OutgoingQueue(
      Channel channel,
      long maxBytes,
      MemoryAccount memory,
      TrafficCounters counters,
      Runnable onWritten) {
    this.channel = channel;
    this.maxBytes = maxBytes;
    this.memory = memory;
    this.counters = counters;
    this.onWritten = onWritten;
  }

  enum Offer {
    QUEUED,
    CLOSING,
    OVERFLOW
  }

  /** Queues a frame unless the connection is closing or too much would wait. */
  Offer offer(byte[] frame) {
    if (closing) {
      return Offer.CLOSING;
    }
    if (waitingBytes.addAndGet(frame.length) > maxBytes) {
      closing = true;
      return Offer.OVERFLOW;
    }
    memory.hold(frame.length);
    frames.add(frame);
    scheduleDrain();
    return Offer.QUEUED;
  }

  /**
   * Sets bytes aside for a frame that the client did not ask for. Others may fill half of the queue
   * only, so that no flood of theirs closes the connection; an empty queue always has room.
   *
   * @return false if there is no room now
   */
  boolean reserve(long bytes) {
    long before;
    do {
      before = waitingBytes.get();
      if (!hasRoom(before, bytes)) {
        return false;
      }
    } while (!waitingBytes.compareAndSet(before, before + bytes));
    return true;
  }

  /** Whether there is room for a frame that the client did not ask for, if it is small enough. */
  boolean hasRoom() {
    return hasRoom(waitingBytes.get(), 1);
  }

  private boolean hasRoom(long before, long bytes) {
    return before == 0 || before + bytes <= maxBytes / 2;
  }

  /** Queues a frame for which bytes were set aside; false if the connection is closing. */
  boolean addReserved(byte[] frame, long reserved) {
    if (closing) {
      waitingBytes.addAndGet(-reserved);
      return false;
    }
    waitingBytes.addAndGet(frame.length - reserved);
    memory.hold(frame.length);
    frames.add(frame);
    scheduleDrain();
    return true;
  }

  /** Closes the connection once everything queued before is written. */
  void disconnect() {
    if (!closing) {
      closing = true;
      frames.add(DISCONNECT);
      scheduleDrain();
      closeAnyway();
    }
  }

  private void closeAnyway() {
    try {
      var pending =
          channel.eventLoop().schedule(this::closeSocket, DISCONNECT_SECONDS, TimeUnit.SECONDS);
      var unused = channel.closeFuture().addListener(closed -> pending.cancel(false));
    } catch (RejectedExecutionException e) {
      // the event loops have been stopped, and with them every connection
      closing = true;
    }
  }

  private void closeSocket() {
    var unused = channel.close();
  }

  /** Refuses everything from now on; the connection is about to be closed. */
  void refuse() {
    closing = true;
  }

  /** Lets the memory go; the connection is closed. Event loop only. */
  void close() {
    closing = true;
    for (byte[] frame = frames.poll(); frame != null; frame = frames.poll()) {
      memory.hold(-frame.length);
    }
    if (current != null) {
      memory.hold(currentOffset - current.length);
      current = null;
    }
  }

  /** Bytes that are queued or not yet taken by the socket. */
  long waitingBytes() {
    return waitingBytes.get();
  }

  private void scheduleDrain() {
    if (!drainScheduled.get() && drainScheduled.compareAndSet(false, true)) {
      try {
        channel.eventLoop().execute(this::drain);
      } catch (RejectedExecutionException e) {
        closing = true;
      }
    }
  }

  /** Runs on the event loop, also when the socket has become writable again. */
  void drain() {
    drainScheduled.set(false);
    boolean written = false;
    while (channel.isWritable() && nextFrame()) {
      if (current == DISCONNECT) {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        return;
      }
      write(nextChunk());
      written = true;
    }
    if (written) {
      channel.flush();
    }
  }

  private boolean nextFrame() {
    if (current == null) {
      current = frames.poll();
      currentOffset = 0;
    }
    return current != null;
  }

  private ByteBuf nextChunk() {
    ByteBuf chunk = null;
    while (current != null && current != DISCONNECT) {
      int wanted = current.length - currentOffset;
      if (chunk == null) {
        chunk = channel.alloc().ioBuffer(Math.min(wanted, CHUNK_BYTES), CHUNK_BYTES);
      }
      int count = Math.min(wanted, chunk.maxWritableBytes());
      if (count == 0) {
        break;
      }
      chunk.writeBytes(current, currentOffset, count);
      currentOffset += count;
      if (count < wanted) {
        break;
      }
      counters.framesSent.increment();
      current = null;
      nextFrame();
    }
    return chunk == null ? Unpooled.EMPTY_BUFFER : chunk;
  }

  private void write(ByteBuf chunk) {
    int size = chunk.readableBytes();
    var unused =
        channel
            .write(chunk)
            .addListener(
                future -> {
                  waitingBytes.addAndGet(-size);
                  memory.hold(-size);
                  if (future.isSuccess()) {
                    counters.bytesSent.add(size);
                    onWritten.run();
                  }
                });
  }
}
