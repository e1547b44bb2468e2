package org.bbc1.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.bbc1.connector.TestFrames.frame;
import static org.bbc1.connector.TestFrames.message;
import static org.bbc1.connector.TestFrames.numberOf;

import jakarta.resource.NotSupportedException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bbc1.connector.outbound.ClientChannel;
import org.bbc1.connector.outbound.ManagedClientChannelFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboundTest {

  private final RecordingListener listener = new RecordingListener();
  private RunningConnector connector;
  private RawClient client;
  private ConnectionId id;

  @BeforeEach
  void start() throws Exception {
    connector = RunningConnector.start(listener);
    client = connector.connect();
    client.send(frame(0));
    id = listener.next().connection();
  }

  @AfterEach
  void stop() {
    client.close();
    connector.close();
  }

  @Test
  void messagesOfManyThreadsArriveWholeAndInTheOrderOfEachThread() throws Exception {
    int threads = 4;
    int each = 2000;
    List<Thread> senders = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      long base = t * 1_000_000L;
      Thread sender =
          new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  connector.channel.send(id, message(base + i, i % 700));
                }
              });
      senders.add(sender);
      sender.start();
    }
    long[] next = new long[threads];
    for (int i = 0; i < threads * each; i++) {
      long number = numberOf(client.receive());
      int thread = (int) (number / 1_000_000);
      assertThat(number % 1_000_000).isEqualTo(next[thread]++);
    }
    for (Thread sender : senders) {
      sender.join();
    }
    await().until(() -> connector.channel.counters().framesSent() == (long) threads * each);
  }

  @Test
  void aLargeMessageArrivesWhole() {
    assertThat(connector.channel.send(id, message(1, 9_000_000))).isTrue();
    assertThat(connector.channel.send(id, message(2))).isTrue();
    assertThat(client.receive()).isEqualTo(message(1, 9_000_000));
    assertThat(client.receive()).isEqualTo(message(2));
  }

  @Test
  void disconnectingWritesWhatIsQueuedFirstAndDiscardsWhatStillComes() {
    for (int i = 0; i < 20; i++) {
      connector.channel.send(id, message(i, 200_000));
    }
    connector.channel.disconnect(id);
    assertThat(connector.channel.send(id, message(99))).isFalse();
    for (int i = 0; i < 20; i++) {
      assertThat(numberOf(client.receive())).isEqualTo(i);
    }
    assertThat(client.isClosedByNode()).isTrue();
    assertThat(listener.nextDisconnected()).isEqualTo(id);
    assertThat(connector.channel.send(id, message(100))).isFalse();
  }

  @Test
  void sendingToAConnectionThatNeverWasIsRefused() {
    assertThat(connector.channel.send(new ConnectionId(77), message(1))).isFalse();
    connector.channel.disconnect(new ConnectionId(77));
  }

  @Test
  void trafficIsCounted() {
    connector.channel.send(id, message(1));
    client.receive();
    await().until(() -> connector.channel.counters().bytesSent() > 0);
    ConnectorCounters counters = connector.channel.counters();
    assertThat(counters.connectionsOpen()).isEqualTo(1);
    assertThat(counters.connectionsAccepted()).isEqualTo(1);
    assertThat(counters.framesReceived()).isEqualTo(1);
    assertThat(counters.bytesReceived()).isEqualTo(frame(0).length);
    assertThat(counters.framesSent()).isEqualTo(1);
  }

  @Test
  void aHandleOutlivesThePortButReachesNobody() throws Exception {
    connector.adapter.endpointDeactivation(connector.endpoints, connector.spec);
    assertThat(connector.channel.send(id, message(1))).isFalse();
    assertThat(connector.channel.connectionCount()).isZero();
    assertThat(connector.channel.counters()).isEqualTo(ConnectorCounters.NONE);
    assertThatThrownBy(connector.channel::clientAddress).hasMessageStartingWith("CON-106");
  }

  @Test
  void aClosedHandleIsOfNoUseAndTheContainerIsTold() throws Exception {
    ManagedClientChannelFactory factory = new ManagedClientChannelFactory();
    factory.setResourceAdapter(connector.adapter);
    var managed = factory.createManagedConnection(null, null);
    List<Object> closed = new ArrayList<>();
    managed.addConnectionEventListener(
        new ConnectionEventListener() {
          @Override
          public void connectionClosed(ConnectionEvent event) {
            closed.add(event.getConnectionHandle());
          }

          @Override
          public void localTransactionStarted(ConnectionEvent event) {}

          @Override
          public void localTransactionCommitted(ConnectionEvent event) {}

          @Override
          public void localTransactionRolledback(ConnectionEvent event) {}

          @Override
          public void connectionErrorOccurred(ConnectionEvent event) {}
        });
    ClientChannel handle = (ClientChannel) managed.getConnection(null, null);
    assertThat(handle.connectionCount()).isEqualTo(1);
    handle.close();
    handle.close();
    assertThat(closed).containsExactly(handle);
    assertThatThrownBy(handle::connectionCount).hasMessageStartingWith("CON-109");
    assertThat(factory.matchManagedConnections(Set.of(managed), null, null)).isSameAs(managed);
    assertThatThrownBy(managed::getXAResource).isInstanceOf(NotSupportedException.class);
    assertThatThrownBy(managed::getLocalTransaction).isInstanceOf(NotSupportedException.class);
  }
}
