package org.bbc1.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.bbc1.connector.TestFrames.frame;
import static org.bbc1.connector.TestFrames.message;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleTest {

  private static List<String> connectorThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter(
            name ->
                name.startsWith(ConnectorThreads.NAME_PREFIX)
                    || name.startsWith("epoll")
                    || name.startsWith("nio"))
        .toList();
  }

  /** A pool has ended a moment before its last thread has. */
  private static void noThreadIsLeft() {
    await().untilAsserted(() -> assertThat(connectorThreads()).isEmpty());
  }

  @Test
  void aHundredStartsAndStopsLeaveNoThreadAndNoPort() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    for (int cycle = 0; cycle < 100; cycle++) {
      RecordingListener listener = new RecordingListener();
      try (var connector = RunningConnector.start(Map.of("bbc1.client.port", "" + port), listener);
          var client = connector.connect()) {
        client.send(frame(cycle));
        RecordingListener.Received received = listener.next();
        assertThat(received.number()).isEqualTo(cycle);
        connector.channel.send(received.connection(), message(cycle));
        client.receive();
      }
      noThreadIsLeft();
    }
    assertThatThrownBy(() -> RawClient.connect(port)).hasMessageContaining("refused");
    new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
  }

  @Test
  void stoppingWithoutDeactivationClosesEverything() throws Exception {
    RecordingListener listener = new RecordingListener(message -> new CompletableFuture<>());
    RunningConnector connector = RunningConnector.start(listener);
    int port = connector.port();
    try (var client = connector.connect()) {
      client.send(frame(1), frame(2));
      listener.next();
      connector.adapter.stop();
      assertThat(client.isClosedByNode()).isTrue();
      assertThatThrownBy(() -> RawClient.connect(port)).hasMessageContaining("refused");
      noThreadIsLeft();
      assertThat(connector.endpoints.released).hasValue(connector.endpoints.created.get());
    }
    connector.adapter.stop();
    assertThat(listener.received).isEmpty();
    assertThat(listener.disconnected).isEmpty();
  }

  @Test
  void aPortThatIsTakenFailsTheActivationWithAClearText() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () ->
                  RunningConnector.start(
                      Map.of("bbc1.client.port", "" + taken.getLocalPort()),
                      new RecordingListener()))
          .isInstanceOf(ResourceException.class)
          .hasMessageContaining(
              "CON-104: Cannot listen for clients on 127.0.0.1 port " + taken.getLocalPort())
          .hasMessageContaining("Address already in use");
    }
    noThreadIsLeft();
  }

  @Test
  void aSecondEndpointIsRefusedAndTheFirstStays() throws Exception {
    RecordingListener listener = new RecordingListener();
    try (var connector = RunningConnector.start(listener);
        var client = connector.connect()) {
      TestEndpoints second = new TestEndpoints(listener);
      assertThatThrownBy(() -> connector.adapter.endpointActivation(second, connector.spec))
          .hasMessageContaining("CON-103");
      connector.adapter.endpointDeactivation(second, connector.spec);
      client.send(frame(1));
      assertThat(listener.next().number()).isEqualTo(1);
    }
  }

  @Test
  void theEndpointCanComeBack() throws Exception {
    RecordingListener listener = new RecordingListener();
    try (var connector = RunningConnector.start(listener)) {
      try (var client = connector.connect()) {
        connector.adapter.endpointDeactivation(connector.endpoints, connector.spec);
        assertThat(client.isClosedByNode()).isTrue();
      }
      connector.adapter.endpointActivation(connector.endpoints, connector.spec);
      try (var client = connector.connect()) {
        client.send(frame(1));
        assertThat(listener.next().number()).isEqualTo(1);
      }
    }
  }

  @Test
  void aWrongConfigurationFailsTheStartWithAllItsFaults() {
    TestConfig.use(Map.of("bbc1.client.port", "x", "bbc1.connector.workers", "-2"));
    Bbc1ResourceAdapter adapter = new Bbc1ResourceAdapter();
    assertThatThrownBy(() -> adapter.start(null))
        .isInstanceOf(ResourceAdapterInternalException.class)
        .hasMessageContaining("bbc1.client.port")
        .hasMessageContaining("bbc1.connector.workers");
    assertThatThrownBy(
            () ->
                adapter.endpointActivation(
                    new TestEndpoints(new RecordingListener()),
                    new org.bbc1.connector.inbound.ClientActivationSpec()))
        .hasMessageContaining("CON-101");
    adapter.stop();
  }

  @Test
  void theAdapterIsSerializableAsTheContractDemands() throws Exception {
    try (var connector = RunningConnector.start(new RecordingListener())) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new ObjectOutputStream(bytes).writeObject(connector.adapter);
      Object copy =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
      assertThat(copy).isEqualTo(connector.adapter).hasSameHashCodeAs(connector.adapter);
      assertThat(((Bbc1ResourceAdapter) copy).clientPort()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void bothKindsOfSocketsServe(Transport transport) throws Exception {
    ConnectorConfiguration configuration =
        ConnectorConfiguration.read(
            key -> java.util.Optional.ofNullable(key.equals("bbc1.client.port") ? "0" : null));
    RecordingListener listener = new RecordingListener();
    try (var threads = new ConnectorThreads(configuration, transport);
        var port = ClientPort.open(configuration, threads, listener);
        var client = RawClient.connect(port.address().getPort())) {
      client.send(frame(1));
      assertThat(port.send(listener.next().connection(), message(2))).isTrue();
      assertThat(client.receive()).isEqualTo(message(2));
      client.close();
      listener.nextDisconnected();
      await().until(() -> port.connectionCount() == 0);
    }
    noThreadIsLeft();
  }
}
