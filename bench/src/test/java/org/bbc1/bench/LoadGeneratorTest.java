package org.bbc1.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {

  private static final byte GOOD = 1;
  private static final byte BAD = 0;

  private final AtomicInteger received = new AtomicInteger();
  private final AtomicInteger closeAfter = new AtomicInteger(Integer.MAX_VALUE);
  private ServerSocket server;

  /** Answers each frame with its own body. */
  @BeforeEach
  void startEchoServer() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread acceptor = new Thread(this::accept, "echo acceptor");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void sends_every_frame_once_and_counts_good_and_refused_answers() throws IOException {
    LoadResult result = run(List.of(frames(GOOD, 50), frames(BAD, 7)));

    assertThat(result.answered()).isEqualTo(50);
    assertThat(result.refused()).isEqualTo(7);
    assertThat(received).hasValue(57);
    assertThat(result.p50Millis()).isPositive();
    assertThat(result.p99Millis()).isGreaterThanOrEqualTo(result.p50Millis());
  }

  @Test
  void answers_larger_than_its_buffer_are_read_whole() throws IOException {
    byte[] large = new byte[1 << 20];
    large[0] = GOOD;

    assertThat(run(List.of(List.of(frame(large), frame(large)))).answered()).isEqualTo(2);
  }

  @Test
  void a_connection_closed_by_the_node_ends_the_run_with_a_fault() {
    closeAfter.set(3);

    assertThatThrownBy(() -> run(List.of(frames(GOOD, 10)))).isInstanceOf(EOFException.class);
  }

  private LoadResult run(List<List<byte[]>> lanes) throws IOException {
    List<LoadConnection> connections = new ArrayList<>();
    List<RequestSource> sources = new ArrayList<>();
    try {
      for (List<byte[]> lane : lanes) {
        connections.add(
            LoadConnection.open(
                new InetSocketAddress(server.getInetAddress(), server.getLocalPort())));
        sources.add(RequestSource.once(lane));
      }
      return new LoadGenerator(body -> body[0] == GOOD)
          .run(connections, sources, Double.POSITIVE_INFINITY);
    } finally {
      for (LoadConnection connection : connections) {
        connection.close();
      }
    }
  }

  private void accept() {
    while (true) {
      try {
        Socket socket = server.accept();
        Thread echo = new Thread(() -> echo(socket), "echo");
        echo.setDaemon(true);
        echo.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void echo(Socket socket) {
    try (socket) {
      DataInputStream input = new DataInputStream(socket.getInputStream());
      while (true) {
        byte[] header = input.readNBytes(8);
        if (header.length < 8) {
          return;
        }
        byte[] body = input.readNBytes(java.nio.ByteBuffer.wrap(header).getInt(4));
        if (received.incrementAndGet() > closeAfter.get()) {
          return;
        }
        socket.getOutputStream().write(header);
        socket.getOutputStream().write(body);
      }
    } catch (IOException e) {
      // The client is gone; nothing is left to do.
    }
  }

  private static List<byte[]> frames(byte answer, int count) {
    return new ArrayList<>(java.util.Collections.nCopies(count, frame(new byte[] {answer})));
  }

  private static byte[] frame(byte[] body) {
    return org.bbc1.message.Frames.encode(org.bbc1.message.PayloadType.MSGPACK, body);
  }
}
