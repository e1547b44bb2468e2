package org.bbc1.connector;

import static org.bbc1.connector.TestFrames.frame;
import static org.bbc1.connector.TestFrames.join;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.bbc1.connector.inbound.ClientMessageListener;
import org.bbc1.connector.outbound.ClientChannel;
import org.bbc1.message.Dialect;
import org.bbc1.message.Message;

/**
 * Measures the way of a small message through the connector and back: socket, framing, decoding,
 * endpoint, encoding, socket. Run by hand; arguments: connections, messages in flight on each,
 * seconds.
 */
final class ThroughputSmoke {

  private static final int PADDING = 200;

  private ThroughputSmoke() {}

  /** Sends every message back. */
  private static final class Echo implements ClientMessageListener {

    private final AtomicReference<ClientChannel> channel = new AtomicReference<>();

    @Override
    public CompletionStage<Void> onMessage(
        ConnectionId connection, Message message, Dialect dialect) {
      channel.get().send(connection, message);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onDisconnected(ConnectionId connection) {}
  }

  public static void main(String[] arguments) throws Exception {
    int connections = Integer.parseInt(arguments[0]);
    int inFlight = Integer.parseInt(arguments[1]);
    int seconds = Integer.parseInt(arguments[2]);
    Echo echo = new Echo();
    try (var connector = RunningConnector.start(Map.of(), echo)) {
      echo.channel.set(connector.channel);
      for (int round = 0; round < 3; round++) {
        AtomicLong answers = new AtomicLong();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
          Thread client = new Thread(() -> converse(connector.port(), inFlight, end, answers));
          client.start();
          clients.add(client);
        }
        for (Thread client : clients) {
          client.join();
        }
        System.out.printf("%,d messages/s%n", answers.get() / seconds);
      }
      System.out.println(connector.channel.counters());
    }
  }

  private static void converse(int port, int inFlight, long end, AtomicLong answers) {
    byte[] one = frame(1, PADDING);
    byte[] batch = join(Collections.nCopies(inFlight, one).toArray(new byte[0][]));
    try (RawClient client = RawClient.connect(port)) {
      DataInputStream in = new DataInputStream(client.socket.getInputStream());
      byte[] reply = new byte[batch.length];
      while (System.nanoTime() < end) {
        client.send(batch);
        in.readFully(reply);
        answers.addAndGet(inFlight);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
