package org.bbc1.client;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import org.bbc1.message.FrameHeader;
import org.bbc1.message.Frames;
import org.bbc1.message.Message;
import org.bbc1.message.MessageCodecException;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.NotAMapException;
import org.bbc1.message.PayloadType;
import org.bbc1.message.TlvCodec;

/** One socket to a node: frames out under a lock, frames in on one thread. */
final class FrameConnection {

  private static final System.Logger LOG = System.getLogger(FrameConnection.class.getName());
  private static final int INPUT_BUFFER = 1 << 16;

  /** Receives what the connection brings, on the reader thread. */
  interface Receiver {
    void received(Message message);

    /** The connection has ended; called once. */
    void ended(ConnectionException cause);
  }

  private final Socket socket;
  private final int maxFrameBytes;
  private final Receiver receiver;
  private final OutputStream out;
  private final Object writeLock = new Object();

  private FrameConnection(Socket socket, int maxFrameBytes, Receiver receiver) throws IOException {
    this.socket = socket;
    this.maxFrameBytes = maxFrameBytes;
    this.receiver = receiver;
    this.out = socket.getOutputStream();
  }

  /**
   * Connects and starts the reader thread.
   *
   * @throws ConnectionException if the node cannot be reached
   */
  static FrameConnection open(ClientConfig config, Receiver receiver) {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      SocketAddress address = new InetSocketAddress(config.host(), config.port());
      socket.connect(address, Math.toIntExact(config.connectTimeout().toMillis()));
      FrameConnection connection = new FrameConnection(socket, config.maxFrameBytes(), receiver);
      connection.startReading(config.host() + ":" + config.port());
      return connection;
    } catch (IOException e) {
      closeQuietly(socket);
      throw new ConnectionException(
          "cannot connect to " + config.host() + ":" + config.port() + ": " + e.getMessage(), e);
    }
  }

  private void startReading(String peer) {
    Thread reader = new Thread(this::readUntilTheEnd, "bbc1-client-" + peer);
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Writes one message.
   *
   * @throws ConnectionException if that is not possible
   * @throws IllegalArgumentException if the message is longer than a frame may be
   */
  void send(Message message) {
    byte[] frame = Frames.encode(message);
    if (frame.length - FrameHeader.SIZE > maxFrameBytes) {
      throw new IllegalArgumentException(
          "a message of "
              + (frame.length - FrameHeader.SIZE)
              + " bytes is above the limit of "
              + maxFrameBytes);
    }
    try {
      synchronized (writeLock) {
        out.write(frame);
      }
    } catch (IOException e) {
      close();
      throw new ConnectionException("the connection was lost while sending: " + e.getMessage(), e);
    }
  }

  void close() {
    closeQuietly(socket);
  }

  private void readUntilTheEnd() {
    ConnectionException end;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(socket.getInputStream(), INPUT_BUFFER))) {
      end = readFrames(in);
    } catch (EOFException e) {
      end = new ConnectionException("the node closed the connection", e);
    } catch (IOException | MessageCodecException e) {
      end = new ConnectionException("the connection was lost: " + e.getMessage(), e);
    }
    close();
    receiver.ended(end);
  }

  private ConnectionException readFrames(DataInputStream in)
      throws IOException, MessageCodecException {
    byte[] headerBytes = new byte[FrameHeader.SIZE];
    while (true) {
      in.readFully(headerBytes);
      FrameHeader header = FrameHeader.read(ByteBuffer.wrap(headerBytes));
      if (header.length() > maxFrameBytes) {
        return new ConnectionException(
            "a frame of " + header.length() + " bytes is above the limit of " + maxFrameBytes,
            null);
      }
      byte[] body = new byte[(int) header.length()];
      in.readFully(body);
      deliver(header, body);
    }
  }

  /** Bodies of a type that is not agreed on, and bodies that are no map, are passed over. */
  private void deliver(FrameHeader header, byte[] body) throws MessageCodecException {
    if (body.length == 0) {
      return;
    }
    try {
      if (header.payloadType() == PayloadType.MSGPACK.number()) {
        receiver.received(MsgPackCodec.decode(body).message());
      } else if (header.payloadType() == PayloadType.TLV.number()) {
        receiver.received(TlvCodec.decode(body));
      }
    } catch (NotAMapException e) {
      LOG.log(Level.DEBUG, "frame passed over: {0}", e.getMessage());
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // the socket is given up anyway
    }
  }
}
