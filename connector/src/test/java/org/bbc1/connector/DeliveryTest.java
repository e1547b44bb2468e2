package org.bbc1.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bbc1.connector.TestFrames.frame;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.bbc1.connector.inbound.ClientEndpoints;
import org.bbc1.message.Dialect;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  @Test
  void theOrderOfAConnectionHoldsWhileStagesCompleteLate() throws Exception {
    ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    Random random = new Random(7);
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger mostUnderWay = new AtomicInteger();
    var listener =
        new RecordingListener(
            message -> {
              mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
              var stage = new CompletableFuture<Void>();
              var unused =
                  later.schedule(
                      () -> {
                        underWay.decrementAndGet();
                        stage.complete(null);
                      },
                      random.nextInt(300),
                      TimeUnit.MICROSECONDS);
              return stage;
            });
    try (var connector = RunningConnector.start(listener);
        var client = connector.connect()) {
      for (int i = 0; i < 1000; i++) {
        client.send(frame(i));
      }
      assertThat(listener.nextNumbers(1000))
          .containsExactlyElementsOf(LongStream.range(0, 1000).boxed().toList());
      assertThat(mostUnderWay).hasValue(1);
    } finally {
      later.shutdownNow();
    }
  }

  @Test
  void connectionsAreServedInParallel() throws Exception {
    int clients = 4;
    CountDownLatch allInside = new CountDownLatch(clients);
    AtomicInteger met = new AtomicInteger();
    var listener =
        new RecordingListener(
            message -> {
              allInside.countDown();
              if (awaitLatch(allInside)) {
                met.incrementAndGet();
              }
              return null;
            });
    try (var connector = RunningConnector.start(listener)) {
      List<RawClient> open = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        RawClient client = connector.connect();
        open.add(client);
        client.send(frame(i));
      }
      await().until(() -> met.get() == clients);
      open.forEach(RawClient::close);
    }
  }

  private static boolean awaitLatch(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Test
  void theDisconnectionIsToldAfterTheLastMessageIsDealtWith() throws Exception {
    var gate = new CompletableFuture<Void>();
    var listener = new RecordingListener(message -> gate);
    try (var connector = RunningConnector.start(listener)) {
      try (var client = connector.connect()) {
        client.send(frame(1), frame(2));
      }
      await().until(() -> connector.channel.connectionCount() == 0);
      assertThat(listener.next().number()).isEqualTo(1);
      assertThat(listener.disconnected).isEmpty();
      gate.complete(null);
      ConnectionId gone = listener.nextDisconnected();
      assertThat(listener.next())
          .satisfies(
              last -> {
                assertThat(last.number()).isEqualTo(2);
                assertThat(last.connection()).isEqualTo(gone);
              });
    }
  }

  @Test
  void aFailingListenerClosesNothing() throws Exception {
    var listener =
        new RecordingListener(
            message -> {
              if (message.number() == 1) {
                throw new IllegalStateException("thrown by the test's listener");
              }
              return message.number() == 2
                  ? CompletableFuture.failedFuture(new IllegalStateException("failed stage"))
                  : null;
            });
    try (var connector = RunningConnector.start(listener);
        var client = connector.connect()) {
      client.send(frame(1), frame(2), frame(3));
      assertThat(listener.nextNumbers(3)).containsExactly(1L, 2L, 3L);
      assertThat(connector.channel.connectionCount()).isEqualTo(1);
    }
  }

  @Test
  void anEndpointWhoseCallFailedIsNotUsedAgain() throws Exception {
    var listener =
        new RecordingListener(
            message -> {
              throw new IllegalStateException("thrown by the test's listener");
            });
    try (var connector = RunningConnector.start(listener);
        var client = connector.connect()) {
      client.send(frame(1), frame(2), frame(3));
      listener.nextNumbers(3);
      await().until(() -> connector.endpoints.released.get() == 3);
      assertThat(connector.endpoints.created).hasValue(3);
    }
  }

  @Test
  void endpointsAreReusedAndReleasedInTheEnd() throws Exception {
    var listener = new RecordingListener();
    TestEndpoints endpoints;
    try (var connector = RunningConnector.start(Map.of("bbc1.connector.workers", "2"), listener);
        var client = connector.connect();
        var other = connector.connect()) {
      endpoints = connector.endpoints;
      for (int i = 0; i < 200; i++) {
        client.send(frame(i));
        other.send(frame(i));
      }
      listener.nextNumbers(400);
      assertThat(endpoints.created).hasValueBetween(1, 2);
    }
    assertThat(endpoints.released).hasValue(endpoints.created.get());
  }

  @Test
  void aFrameWaitsWhileTheContainerHasNoEndpointFree() throws Exception {
    var listener = new RecordingListener();
    try (var connector = RunningConnector.start(listener);
        var client = connector.connect()) {
      connector.endpoints.refusals.set(6);
      client.send(frame(1), frame(2), frame(3));
      assertThat(listener.nextNumbers(3)).containsExactly(1L, 2L, 3L);
      assertThat(connector.endpoints.refusals).hasValue(0);
      connector.endpoints.refusals.set(0);
    }
    assertThat(listener.received).isEmpty();
  }

  @Test
  void aBeanThatReturnsNothingAfterSuchAWaitHasNotFailed() {
    TestEndpoints container = new TestEndpoints(new RecordingListener(message -> null));
    container.refusals.set(3);
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    try (ClientEndpoints endpoints = new ClientEndpoints(container, Runnable::run, timer)) {
      assertThat(endpoints.onMessage(new ConnectionId(1), TestFrames.message(1), Dialect.BIN))
          .succeedsWithin(Duration.ofSeconds(10));
    } finally {
      timer.shutdownNow();
    }
  }

  @Test
  void theDisconnectionIsToldAlsoAfterAWaitForAnEndpoint() throws Exception {
    var listener = new RecordingListener();
    try (var connector = RunningConnector.start(listener)) {
      connector.endpoints.refusals.set(4);
      connector.connect().close();
      assertThat(listener.nextDisconnected()).isEqualTo(new ConnectionId(1));
    }
  }

  @Test
  void messagesComeOnTheConnectorsOwnThreadsAndClassLoader() throws Exception {
    var threads = new java.util.concurrent.LinkedBlockingQueue<Thread>();
    var listener =
        new RecordingListener(
            message -> {
              threads.add(Thread.currentThread());
              return null;
            });
    try (var connector = RunningConnector.start(listener);
        var client = connector.connect()) {
      client.send(frame(1));
      Thread thread = threads.poll(10, TimeUnit.SECONDS);
      assertThat(thread.getName()).startsWith("bbc1-connector-worker-");
      assertThat(thread.isDaemon()).isTrue();
      assertThat(thread.getContextClassLoader())
          .isSameAs(Bbc1ResourceAdapter.class.getClassLoader());
    }
  }

  @Test
  void aListenerThatIsBusyDoesNotKeepAnotherConnectionWaiting() throws Exception {
    var gate = new CompletableFuture<Void>();
    var listener = new RecordingListener(message -> message.number() == 0 ? gate : null);
    try (var connector = RunningConnector.start(Map.of("bbc1.connector.workers", "1"), listener);
        var slow = connector.connect();
        var quick = connector.connect()) {
      slow.send(frame(0));
      listener.next();
      quick.send(frame(1), frame(2));
      assertThat(listener.nextNumbers(2)).containsExactly(1L, 2L);
      gate.complete(null);
    }
  }
}
