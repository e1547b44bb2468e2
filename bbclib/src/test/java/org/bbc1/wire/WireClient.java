package org.bbc1.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import org.bbc1.message.Dialect;
import org.bbc1.message.FrameHeader;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MsgPackCodec;

/** A client that can send anything and shows each frame as it came. */
public final class WireClient implements AutoCloseable {

  /** Number of the payload type. */
  public static final int MSGPACK = 2;

  /** Number of the payload type. */
  public static final int ENCRYPTED = 3;

  private static final int PATIENCE_MS = 20_000;

  private final Socket socket;
  private final DataInputStream in;

  private WireClient(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MS);
    in = new DataInputStream(socket.getInputStream());
  }

  public static WireClient connect(int port) {
    try {
      return new WireClient(new Socket(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends these bytes as they are. */
  public void send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a frame of this payload type. */
  public void send(int payloadType, byte[] body) {
    send(frame(payloadType, body));
  }

  public void send(Message message) {
    send(message, Dialect.BIN);
  }

  public void send(Message message, Dialect dialect) {
    send(MSGPACK, MsgPackCodec.encode(message, dialect));
  }

  /** Header and body, whatever the payload type. */
  public static byte[] frame(int payloadType, byte[] body) {
    return ByteBuffer.allocate(FrameHeader.SIZE + body.length)
        .putShort((short) payloadType)
        .putShort((short) 0)
        .putInt(body.length)
        .put(body)
        .array();
  }

  /** The next frame. */
  public WireFrame receive() {
    try {
      int type = in.readUnsignedShort();
      in.readUnsignedShort();
      return new WireFrame(type, in.readNBytes(in.readInt()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a request and gives the next message, which must be its reply. */
  public Message ask(Message request) {
    send(request);
    Message reply = receive().message();
    assertThat(reply.get(KeyType.QUERY_ID))
        .as("query id of %s", reply)
        .isEqualTo(request.get(KeyType.QUERY_ID));
    return reply;
  }

  /** Whether the node closes the connection before it sends anything more. */
  public boolean isClosedByNode() {
    try {
      return in.read() < 0;
    } catch (SocketException e) {
      return true;
    } catch (IOException e) {
      return false;
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
