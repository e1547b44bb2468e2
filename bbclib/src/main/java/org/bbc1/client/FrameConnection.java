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
import org.bbc1.session.SessionCipher;
import org.bbc1.session.SessionKey;
import org.bbc1.session.UnknownSessionKeyException;
import org.jspecify.annotations.Nullable;

/**
 * One socket to a node: frames out under a lock, frames in on one thread, encrypted as soon as a
 * key is in force.
 */
final class FrameConnection {

  private static final System.Logger LOG = System.getLogger(FrameConnection.class.getName());
  private static final int INPUT_BUFFER = 1 << 16;

  /** Receives what the connection brings, on the reader thread. */
  interface Receiver {
    void received(Message message);

    /** The connection has ended; called once. */
    void ended(FrameConnection connection, ConnectionException cause);
  }

  private final Socket socket;
  private final int maxFrameBytes;
  private final OutputStream out;
  private final Object writeLock = new Object();
  private volatile @Nullable SessionCipher cipher;

  private FrameConnection(Socket socket, int maxFrameBytes) throws IOException {
    this.socket = socket;
    this.maxFrameBytes = maxFrameBytes;
    this.out = socket.getOutputStream();
  }

  /**
   * Connects; nothing is read yet.
   *
   * @throws ConnectionException if the node cannot be reached
   */
  static FrameConnection open(ClientConfig config) {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      SocketAddress address = new InetSocketAddress(config.host(), config.port());
      socket.connect(address, Math.toIntExact(config.connectTimeout().toMillis()));
      return new FrameConnection(socket, config.maxFrameBytes());
    } catch (IOException e) {
      closeQuietly(socket);
      throw new ConnectionException(
          "cannot connect to " + config.host() + ":" + config.port() + ": " + e.getMessage(), e);
    }
  }

  /** Starts the reader thread. */
  void read(Receiver receiver) {
    Thread reader =
        new Thread(
            () -> readUntilTheEnd(receiver), "bbc1-client-" + socket.getRemoteSocketAddress());
    reader.setDaemon(true);
    reader.start();
  }

  /** Puts a key in force: from now on encrypted frames can be read and written. */
  void activate(SessionKey key) {
    synchronized (writeLock) {
      cipher = new SessionCipher(key);
    }
  }

  /**
   * Writes one message.
   *
   * @param encrypted whether it is to be encrypted
   * @throws ConnectionException if that is not possible
   * @throws IllegalArgumentException if the message is longer than a frame may be
   * @throws IllegalStateException if it is to be encrypted and no key is in force
   */
  void send(Message message, boolean encrypted) {
    byte[] frame = Frames.encode(message);
    requireAllowed(frame.length - FrameHeader.SIZE);
    try {
      synchronized (writeLock) {
        out.write(encrypted ? encrypt(frame) : frame);
      }
    } catch (IOException e) {
      close();
      throw new ConnectionException("the connection was lost while sending: " + e.getMessage(), e);
    }
  }

  private void requireAllowed(int length) {
    if (length > maxFrameBytes) {
      throw new IllegalArgumentException(
          "a message of " + length + " bytes is above the limit of " + maxFrameBytes);
    }
  }

  private byte[] encrypt(byte[] frame) {
    SessionCipher current = cipher;
    if (current == null) {
      throw new IllegalStateException("no key was exchanged to encrypt with");
    }
    return current.encrypt(frame);
  }

  void close() {
    closeQuietly(socket);
  }

  private void readUntilTheEnd(Receiver receiver) {
    ConnectionException end = new ConnectionException("reading failed", null);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(socket.getInputStream(), INPUT_BUFFER))) {
      end = readFrames(in, receiver);
    } catch (EOFException e) {
      end = new ConnectionException("the node closed the connection", e);
    } catch (IOException | MessageCodecException | UnknownSessionKeyException e) {
      end = new ConnectionException("the connection was lost: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "reading failed", e);
      end = new ConnectionException("reading failed: " + e.getMessage(), e);
    } finally {
      close();
      receiver.ended(this, end);
    }
  }

  private ConnectionException readFrames(DataInputStream in, Receiver receiver)
      throws IOException, MessageCodecException, UnknownSessionKeyException {
    byte[] headerBytes = new byte[FrameHeader.SIZE];
    while (true) {
      in.readFully(headerBytes);
      FrameHeader header = FrameHeader.read(ByteBuffer.wrap(headerBytes));
      if (header.length() > maxFrameBytes) {
        return new ConnectionException(
            "a frame of " + header.length() + " bytes is above the limit of " + maxFrameBytes,
            null);
      }
      deliver(header, body(in, (int) header.length()), receiver);
    }
  }

  /** Takes memory as the bytes come, not as they are announced. */
  private static byte[] body(DataInputStream in, int length) throws IOException {
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException();
    }
    return body;
  }

  /** Bodies of a type that is not agreed on, and bodies that are no map, are passed over. */
  private void deliver(FrameHeader header, byte[] body, Receiver receiver)
      throws MessageCodecException, UnknownSessionKeyException {
    try {
      if (body.length == 0) {
        return;
      }
      if (header.payloadType() == PayloadType.MSGPACK.number()) {
        receiver.received(MsgPackCodec.decode(body).message());
      } else if (header.payloadType() == PayloadType.TLV.number()) {
        receiver.received(TlvCodec.decode(body));
      } else if (header.payloadType() == PayloadType.ENCRYPTED.number()) {
        receiver.received(MsgPackCodec.decode(decrypt(body)).message());
      }
    } catch (NotAMapException e) {
      LOG.log(Level.DEBUG, "frame passed over: {0}", e.getMessage());
    }
  }

  /** Without the key every message to the user would be lost unseen, so that is the end. */
  private byte[] decrypt(byte[] body) throws UnknownSessionKeyException {
    SessionCipher current = cipher;
    if (current == null) {
      throw new UnknownSessionKeyException();
    }
    return current.decrypt(body);
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // the socket is given up anyway
    }
  }
}
