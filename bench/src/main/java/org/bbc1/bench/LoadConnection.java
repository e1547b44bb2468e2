package org.bbc1.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One connection of the load generator: at most one request in flight, the next one is sent when
 * the answer is complete. Blocking until {@link #goNonBlocking()}, which is called after
 * registration.
 */
final class LoadConnection implements AutoCloseable {

  private static final int HEADER_BYTES = 8;

  private final SocketChannel channel;
  private ByteBuffer input = ByteBuffer.allocate(64 * 1024);
  private ByteBuffer output = ByteBuffer.allocate(0);
  private long sentAt;

  private LoadConnection(SocketChannel channel) {
    this.channel = channel;
  }

  static LoadConnection open(InetSocketAddress address) throws IOException {
    SocketChannel channel = SocketChannel.open(address);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return new LoadConnection(channel);
  }

  SocketChannel channel() {
    return channel;
  }

  void goNonBlocking() throws IOException {
    channel.configureBlocking(false);
  }

  /** Sends a frame; what does not fit into the socket is kept for {@link #flush()}. */
  void send(byte[] frame, long now) throws IOException {
    sentAt = now;
    output = ByteBuffer.wrap(frame);
    flush();
  }

  /** Whether everything was written. */
  boolean flush() throws IOException {
    if (output.hasRemaining()) {
      channel.write(output);
    }
    return !output.hasRemaining();
  }

  long sentAt() {
    return sentAt;
  }

  /** Reads what has arrived; the body of the next complete frame or null. */
  byte @Nullable [] receive() throws IOException {
    byte[] buffered = takeFrame();
    if (buffered != null) {
      return buffered;
    }
    if (channel.read(input) < 0) {
      throw new EOFException("the node closed a connection");
    }
    return takeFrame();
  }

  /** Waits for one frame; only while the connection is blocking. */
  byte[] await() throws IOException {
    while (true) {
      byte[] body = receive();
      if (body != null) {
        return body;
      }
    }
  }

  private byte @Nullable [] takeFrame() {
    int available = input.position();
    if (available < HEADER_BYTES) {
      return null;
    }
    int length = input.getInt(4);
    int frame = HEADER_BYTES + length;
    if (available < frame) {
      if (input.capacity() < frame) {
        ByteBuffer larger = ByteBuffer.allocate(frame);
        larger.put(input.flip());
        input = larger;
      }
      return null;
    }
    byte[] body = Arrays.copyOfRange(input.array(), HEADER_BYTES, frame);
    input.flip().position(frame);
    input.compact();
    return body;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
