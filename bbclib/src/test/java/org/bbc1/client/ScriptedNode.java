package org.bbc1.client;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bbc1.message.FrameHeader;
import org.bbc1.message.Frames;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.PayloadType;

/**
 * A real server socket that plays a node: every connection runs the script. A script that fails
 * makes {@link #close} fail.
 */
public final class ScriptedNode implements AutoCloseable {

  /** What is done on each connection. */
  public interface Script {
    void run(Peer peer) throws Exception;
  }

  /** One connection, seen from the node. */
  public static final class Peer {

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    private Peer(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new DataInputStream(socket.getInputStream());
      this.out = socket.getOutputStream();
    }

    /** The next message, or {@link EOFException} when the client has closed. */
    public Message receive() throws Exception {
      return MsgPackCodec.decode(receiveBody(PayloadType.MSGPACK)).message();
    }

    /** The body of the next frame, which must be of this type. */
    public byte[] receiveBody(PayloadType type) throws IOException {
      byte[] headerBytes = new byte[FrameHeader.SIZE];
      in.readFully(headerBytes);
      FrameHeader header = FrameHeader.read(ByteBuffer.wrap(headerBytes));
      byte[] body = new byte[(int) header.length()];
      in.readFully(body);
      if (header.payloadType() != type.number()) {
        throw new AssertionError("a frame of type " + header.payloadType() + ", not " + type);
      }
      return body;
    }

    public void send(Message message) throws IOException {
      sendRaw(Frames.encode(message));
    }

    public void sendRaw(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    public void close() throws IOException {
      socket.close();
    }
  }

  private final ServerSocket server;
  private final Script script;
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Thread acceptor;

  public ScriptedNode(Script script) throws IOException {
    this.script = script;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.acceptor = new Thread(this::accept, "scripted-node");
    acceptor.start();
  }

  public int port() {
    return server.getLocalPort();
  }

  public ClientConfig config() {
    return ClientConfig.of("127.0.0.1", port());
  }

  /** The skeleton of the answer to a request (client-protocol section 7.3). */
  public static Message.Builder reply(Message request) {
    return reply(request, request.commandNumber().orElseThrow() + 1);
  }

  /** The same with another command. */
  public static Message.Builder reply(Message request, int command) {
    Message.Builder reply = Message.builder().put(KeyType.COMMAND, command).put(KeyType.STATUS, 0);
    for (KeyType key : new KeyType[] {KeyType.DOMAIN_ID, KeyType.QUERY_ID}) {
      reply.putIfPresent(key, request.get(key));
    }
    return reply.putIfPresent(KeyType.DESTINATION_USER_ID, request.get(KeyType.SOURCE_USER_ID));
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        Thread thread = new Thread(() -> play(socket), "scripted-node-connection");
        threads.add(thread);
        thread.start();
      }
    } catch (SocketException closed) {
      return;
    } catch (IOException e) {
      failures.add(e);
    }
  }

  private void play(Socket socket) {
    try (socket) {
      script.run(new Peer(socket));
    } catch (EOFException | SocketException gone) {
      return;
    } catch (Exception | AssertionError e) {
      failures.add(e);
    }
  }

  @Override
  public void close() throws Exception {
    server.close();
    acceptor.join();
    for (Socket socket : sockets) {
      socket.close();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (!failures.isEmpty()) {
      throw new AssertionError("the script failed", failures.peek());
    }
  }
}
