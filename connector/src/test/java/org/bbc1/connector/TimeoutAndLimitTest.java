package org.bbc1.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bbc1.connector.TestFrames.frame;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TimeoutAndLimitTest {

  private final RecordingListener listener = new RecordingListener();

  @Test
  void aHalfFrameWithoutProgressCloses() throws Exception {
    try (var connector =
            RunningConnector.start(Map.of("bbc1.client.half-frame-timeout-ms", "200"), listener);
        var idle = connector.connect();
        var halfHeader = connector.connect();
        var halfBody = connector.connect()) {
      idle.send(frame(1));
      halfHeader.send(new byte[3]);
      halfBody.send(Arrays.copyOf(frame(2, 100), 50));
      assertThat(halfHeader.isClosedByNode()).isTrue();
      assertThat(halfBody.isClosedByNode()).isTrue();
      await().until(() -> connector.channel.connectionCount() == 1);
      idle.send(frame(3));
      assertThat(listener.nextNumbers(2)).containsExactly(1L, 3L);
    }
  }

  @Test
  void slowProgressIsProgress() throws Exception {
    try (var connector =
            RunningConnector.start(Map.of("bbc1.client.half-frame-timeout-ms", "1500"), listener);
        var client = connector.connect()) {
      byte[] slow = frame(1);
      long begin = System.nanoTime();
      for (int i = 0; i < slow.length; i++) {
        client.send(new byte[] {slow[i]});
        Duration due = Duration.ofMillis(60L * (i + 1));
        await()
            .pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofMillis(5))
            .until(() -> System.nanoTime() - begin >= due.toNanos());
      }
      assertThat(listener.next().number()).isEqualTo(1);
    }
  }

  @Test
  void theTimeOfAPauseDoesNotCountAsLackOfProgress() throws Exception {
    var gate = new CompletableFuture<Void>();
    var stalled = new RecordingListener(message -> gate);
    try (var connector =
            RunningConnector.start(Map.of("bbc1.client.half-frame-timeout-ms", "400"), stalled);
        var client = connector.connect()) {
      byte[] second = frame(2, 2 << 20);
      client.send(frame(1, 2 << 20));
      client.send(frame(1, 2 << 20));
      client.send(Arrays.copyOf(second, 1000));
      await().during(Duration.ofSeconds(1)).until(() -> connector.channel.connectionCount() == 1);
      client.send(Arrays.copyOfRange(second, 1000, 2000));
      gate.complete(null);
      client.send(Arrays.copyOfRange(second, 2000, second.length));
      assertThat(stalled.nextNumbers(3)).containsExactly(1L, 1L, 2L);
    }
  }

  @Test
  void anIdleConnectionIsClosedIfThatIsWanted() throws Exception {
    try (var connector =
            RunningConnector.start(Map.of("bbc1.client.idle-timeout-ms", "400"), listener);
        var client = connector.connect()) {
      client.send(frame(1));
      assertThat(client.isClosedByNode()).isTrue();
      assertThat(listener.next().connection()).isEqualTo(listener.nextDisconnected());
    }
  }

  @Test
  void aConnectionWhoseRequestIsUnderWayIsNotIdle() throws Exception {
    var gate = new CompletableFuture<Void>();
    var stalled = new RecordingListener(message -> gate);
    try (var connector =
            RunningConnector.start(Map.of("bbc1.client.idle-timeout-ms", "400"), stalled);
        var client = connector.connect()) {
      client.send(frame(1));
      await().during(Duration.ofSeconds(1)).until(() -> connector.channel.connectionCount() == 1);
      gate.complete(null);
      assertThat(client.isClosedByNode()).isTrue();
    }
  }

  @Test
  void connectionsBeyondTheLimitAreRefusedUntilAPlaceIsFree() throws Exception {
    try (var connector =
            RunningConnector.start(Map.of("bbc1.client.max-connections", "2"), listener);
        var first = connector.connect();
        var second = connector.connect()) {
      first.send(frame(1));
      second.send(frame(2));
      assertThat(listener.nextNumbers(2)).containsExactlyInAnyOrder(1L, 2L);
      try (var third = connector.connect()) {
        assertThat(third.isClosedByNode()).isTrue();
      }
      assertThat(connector.channel.counters().connectionsRefused()).isEqualTo(1);
      first.close();
      listener.nextDisconnected();
      await().until(() -> accepted(connector));
      second.send(frame(4));
      assertThat(listener.next().number()).isEqualTo(4);
    }
  }

  /** A place becomes free just after the listener is told of the disconnection. */
  private boolean accepted(RunningConnector connector) {
    try (var again = connector.connect()) {
      again.send(frame(3));
      var answer = listener.received.poll(1, java.util.concurrent.TimeUnit.SECONDS);
      return answer != null && answer.number() == 3;
    } catch (java.io.UncheckedIOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
