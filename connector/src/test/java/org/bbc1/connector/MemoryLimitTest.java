package org.bbc1.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bbc1.connector.TestFrames.frame;
import static org.bbc1.connector.TestFrames.header;
import static org.bbc1.connector.TestFrames.message;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The memory that all connections together may take. */
class MemoryLimitTest {

  private static final int FRAME = 1_000_000;
  private static final int TOTAL = 4_000_000;
  private static final int HELD = TOTAL - TOTAL / 4;

  private static final Map<String, String> SETTINGS =
      Map.of(
          "bbc1.client.max-frame-bytes", "" + FRAME,
          "bbc1.client.max-queued-bytes", "" + 2 * FRAME,
          "bbc1.client.max-total-bytes", "" + TOTAL);

  private final List<RawClient> clients = new ArrayList<>();

  @AfterEach
  void closeClients() {
    clients.forEach(RawClient::close);
  }

  private RawClient connect(RunningConnector connector) {
    RawClient client = connector.connect();
    clients.add(client);
    return client;
  }

  private static long closedForMemory(RunningConnector connector) {
    return connector.channel.counters().connectionsClosedForMemory();
  }

  private static void assertServed(RawClient client, RecordingListener listener) {
    client.send(frame(77));
    assertThat(listener.next().number()).isEqualTo(77);
  }

  private void assertNothingRemains(RunningConnector connector) {
    clients.forEach(RawClient::close);
    await().until(() -> connector.channel.counters().bytesInUse() == 0);
    assertThat(connector.channel.connectionCount()).isZero();
  }

  @Test
  void halfFramesOfManyClientsCostTheLargestHoldersTheirConnections() throws Exception {
    var listener = new RecordingListener();
    try (var connector = RunningConnector.start(SETTINGS, listener)) {
      RawClient bystander = connect(connector);
      assertServed(bystander, listener);
      for (int i = 0; i < 10; i++) {
        RawClient hoarder = connect(connector);
        hoarder.send(header(2, FRAME));
        try {
          hoarder.send(new byte[FRAME - 1]);
        } catch (UncheckedIOException e) {
          assertThat(hoarder.isClosedByNode()).isTrue();
        }
      }
      await().until(() -> closedForMemory(connector) >= 10 - HELD / FRAME);
      assertThat(connector.channel.counters().bytesInUse()).isLessThanOrEqualTo(HELD);
      assertServed(bystander, listener);
      assertNothingRemains(connector);
    }
  }

  @Test
  void whatClientsDoNotFetchCostsThemTheirConnectionsBeforeOthersSuffer() throws Exception {
    var listener = new RecordingListener();
    try (var connector = RunningConnector.start(SETTINGS, listener)) {
      RawClient bystander = connect(connector);
      bystander.send(frame(1));
      ConnectionId bystanderId = listener.next().connection();
      List<ConnectionId> lazy = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        RawClient client = RawClient.connect(connector.port(), 4096);
        clients.add(client);
        client.send(frame(2));
        lazy.add(listener.next().connection());
      }
      for (int round = 0; round < 40; round++) {
        lazy.forEach(id -> connector.channel.send(id, message(3, 100_000)));
        assertThat(connector.channel.counters().bytesInUse()).isLessThanOrEqualTo(HELD);
      }
      assertThat(closedForMemory(connector)).isPositive();
      assertThat(connector.channel.send(bystanderId, message(4))).isTrue();
      assertThat(TestFrames.numberOf(bystander.receive())).isEqualTo(4);
      assertServed(bystander, listener);
      assertNothingRemains(connector);
    }
  }

  @Test
  void whileTheNodeWorksOnTooMuchClientsWaitAndNoneIsClosed() throws Exception {
    var gate = new CompletableFuture<Void>();
    var listener = new RecordingListener(message -> gate);
    try (var connector = RunningConnector.start(SETTINGS, listener)) {
      for (int number = 0; number < 2; number++) {
        connect(connector).send(frame(number, 900_000));
        assertThat(listener.next().number()).isEqualTo(number);
      }
      assertThat(connector.channel.counters().bytesInUse()).isGreaterThan(2 * 2 * 900_000);
      for (int number = 2; number < 6; number++) {
        connect(connector).send(frame(number, 500_000));
      }
      await()
          .during(Duration.ofMillis(300))
          .until(() -> connector.channel.counters().bytesInUse() < TOTAL + TOTAL / 4);
      assertThat(listener.received).isEmpty();
      gate.complete(null);
      assertThat(listener.nextNumbers(4)).containsExactlyInAnyOrder(2L, 3L, 4L, 5L);
      assertThat(closedForMemory(connector)).isZero();
      assertNothingRemains(connector);
    }
  }

  @Test
  void manySmallValuesCountWithWhatTheyTakeInMemory() throws Exception {
    var gate = new CompletableFuture<Void>();
    var listener = new RecordingListener(message -> gate);
    try (var connector = RunningConnector.start(SETTINGS, listener)) {
      connect(connector).send(TestFrames.ofManyValues(50_000));
      listener.next();
      assertThat(connector.channel.counters().bytesInUse()).isGreaterThan(50_000 * 40);
      gate.complete(null);
      assertNothingRemains(connector);
    }
  }

  @Test
  void aMessageOfTooManyValuesCloses() throws Exception {
    var listener = new RecordingListener();
    try (var connector =
        RunningConnector.start(Map.of("bbc1.client.max-values", "1000"), listener)) {
      RawClient bystander = connect(connector);
      RawClient good = connect(connector);
      good.send(TestFrames.ofManyValues(900));
      listener.next();
      good.send(TestFrames.ofManyValues(1001));
      assertThat(good.isClosedByNode()).isTrue();
      assertServed(bystander, listener);
    }
  }

  @Test
  void anErrorOfTheListenerConcernsItsMessageOnly() throws Exception {
    var listener = new RecordingListener(MemoryLimitTest::overflow);
    try (var connector = RunningConnector.start(SETTINGS, listener)) {
      RawClient client = connect(connector);
      client.send(frame(1, 900_000), frame(2));
      assertThat(listener.nextNumbers(2)).containsExactly(1L, 2L);
      assertNothingRemains(connector);
    }
  }

  private static CompletionStage<Void> overflow(RecordingListener.Received message) {
    throw new StackOverflowError();
  }

  @Test
  void connectionsOfOneAddressBeyondItsLimitAreRefused() throws Exception {
    var listener = new RecordingListener();
    try (var connector =
        RunningConnector.start(Map.of("bbc1.client.max-connections-per-address", "2"), listener)) {
      RawClient first = connect(connector);
      RawClient second = connect(connector);
      assertServed(first, listener);
      assertServed(second, listener);
      assertThat(connect(connector).isClosedByNode()).isTrue();
      first.close();
      await().until(() -> isServed(connector, listener));
      assertServed(second, listener);
    }
  }

  private static boolean isServed(RunningConnector connector, RecordingListener listener) {
    try (RawClient client = connector.connect()) {
      client.send(frame(5));
      return !client.isClosedByNodeWithin(200) && listener.next().number() == 5;
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
