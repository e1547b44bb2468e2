package org.bbc1.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bbc1.connector.TestFrames.frame;
import static org.bbc1.connector.TestFrames.message;
import static org.bbc1.connector.TestFrames.numberOf;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BackPressureTest {

  private static final int FRAME_PADDING = 10_000;

  /** Sends numbered frames for as long as the socket takes them. */
  private static final class Flood implements AutoCloseable {

    final SocketChannel channel;
    private ByteBuffer current = ByteBuffer.allocate(0);
    private long frames;

    Flood(int port) throws IOException {
      channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channel.configureBlocking(false);
    }

    /** Whether the socket takes nothing at the moment. */
    boolean isBlocked() throws IOException {
      int written = 0;
      for (int count = 1; count > 0; written += count) {
        if (!current.hasRemaining()) {
          current = ByteBuffer.wrap(frame(frames++, FRAME_PADDING));
        }
        count = channel.write(current);
      }
      return written == 0;
    }

    void finishFrame() throws IOException {
      channel.configureBlocking(true);
      while (current.hasRemaining()) {
        channel.write(current);
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  @Test
  void aSlowListenerStopsTheSenderAndNothingIsLost() throws Exception {
    var gate = new CompletableFuture<Void>();
    var listener = new RecordingListener(message -> gate);
    try (var connector = RunningConnector.start(listener);
        var flood = new Flood(connector.port())) {
      await().during(Duration.ofMillis(300)).until(flood::isBlocked);
      assertThat(connector.channel.counters().bytesReceived())
          .as("read into memory while the listener is busy")
          .isLessThan(3 << 20);
      assertThat(listener.received).hasSize(1);
      gate.complete(null);
      flood.finishFrame();
      for (long number = 0; number < flood.frames; number++) {
        assertThat(listener.next().number()).isEqualTo(number);
      }
    }
  }

  @Test
  void aSlowListenerOnOneConnectionDoesNotStopAnother() throws Exception {
    var gate = new CompletableFuture<Void>();
    var listener =
        new RecordingListener(message -> message.connection().value() == 1 ? gate : null);
    try (var connector = RunningConnector.start(listener);
        var flood = new Flood(connector.port())) {
      await().during(Duration.ofMillis(200)).until(flood::isBlocked);
      try (var other = connector.connect()) {
        listener.next();
        other.send(frame(1), frame(2));
        assertThat(listener.nextNumbers(2)).containsExactly(1L, 2L);
      }
      gate.complete(null);
    }
  }

  @Test
  void aPausedConnectionNoticesThatTheClientHasGone() throws Exception {
    var gate = new CompletableFuture<Void>();
    var listener = new RecordingListener(message -> gate);
    try (var connector = RunningConnector.start(listener);
        var flood = new Flood(connector.port())) {
      await().during(Duration.ofMillis(200)).until(flood::isBlocked);
      flood.channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      flood.close();
      await().until(() -> connector.channel.connectionCount() == 0);
      gate.complete(null);
      listener.nextDisconnected();
    }
  }

  @Test
  void aClientThatDoesNotReadIsDisconnectedWhenTooMuchWaits() throws Exception {
    var listener = new RecordingListener();
    try (var connector =
            RunningConnector.start(
                Map.of(
                    "bbc1.client.max-frame-bytes", "100000",
                    "bbc1.client.max-queued-bytes", "300000"),
                listener);
        var lazy = RawClient.connect(connector.port(), 4096);
        var other = connector.connect()) {
      lazy.send(frame(0));
      ConnectionId id = listener.next().connection();
      other.send(frame(1));
      ConnectionId otherId = listener.next().connection();
      int sent = 0;
      while (connector.channel.send(id, message(2, 50_000))) {
        sent++;
      }
      assertThat(sent).isGreaterThanOrEqualTo(300_000 / 50_100);
      assertThat(listener.nextDisconnected()).isEqualTo(id);
      assertThat(connector.channel.send(id, message(3))).isFalse();
      assertThat(connector.channel.send(otherId, message(4))).isTrue();
      assertThat(numberOf(other.receive())).isEqualTo(4);
    }
  }
}
