package org.bbc1.connector;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import org.bbc1.message.Message;
import org.bbc1.message.MessageCodecException;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.NotAMapException;

/** A client that can send anything. */
final class RawClient implements AutoCloseable {

  private static final int PATIENCE_MS = 10_000;

  final Socket socket;
  private final DataInputStream in;

  private RawClient(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MS);
    in = new DataInputStream(socket.getInputStream());
  }

  static RawClient connect(int port) {
    return connect(port, 0);
  }

  /**
   * @param receiveBuffer bytes the operating system keeps for it, 0 for the default
   */
  static RawClient connect(int port, int receiveBuffer) {
    try {
      Socket socket = new Socket();
      if (receiveBuffer > 0) {
        socket.setReceiveBufferSize(receiveBuffer);
      }
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
      return new RawClient(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void send(byte[]... parts) {
    try {
      for (byte[] part : parts) {
        socket.getOutputStream().write(part);
        socket.getOutputStream().flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next frame, which must be a plain msgpack one. */
  Message receive() {
    try {
      return MsgPackCodec.decode(receiveBody(2)).message();
    } catch (MessageCodecException | NotAMapException e) {
      throw new AssertionError(e);
    }
  }

  /** The body of the next frame, which must be of this payload type. */
  byte[] receiveBody(int payloadType) {
    Frame frame = receiveFrame();
    if (frame.payloadType() != payloadType) {
      throw new AssertionError("payload type " + frame.payloadType());
    }
    return frame.body();
  }

  Frame receiveFrame() {
    try {
      int type = in.readUnsignedShort();
      in.readUnsignedShort();
      return new Frame(type, in.readNBytes(in.readInt()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether the node closes the connection, in order or by a reset, before anything more arrives.
   */
  boolean isClosedByNode() {
    try {
      return in.read() < 0;
    } catch (SocketException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** As {@link #isClosedByNode}, but does not wait longer than this. */
  boolean isClosedByNodeWithin(int milliseconds) {
    try {
      socket.setSoTimeout(milliseconds);
      boolean closed = isClosedByNode();
      socket.setSoTimeout(PATIENCE_MS);
      return closed;
    } catch (SocketException e) {
      return true;
    }
  }

  /** Ends the connection without the usual farewell, as a crashed machine's restart does. */
  void reset() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
