package org.bbc1.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.bbc1.client.ClientFixtures.DOMAIN;
import static org.bbc1.client.ClientFixtures.GROUP;
import static org.bbc1.client.ClientFixtures.USER;
import static org.bbc1.client.ClientFixtures.filled;
import static org.bbc1.client.ScriptedNode.reply;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.bbc1.id.AssetGroupId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.session.SessionCipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReconnectionTest {

  private static final Reconnection SOON =
      new Reconnection(Duration.ofMillis(1), Duration.ofMillis(5), 1000);

  /** One script for each connection, the last one for all that follow. */
  private static ScriptedNode.Script inTurn(ScriptedNode.Script... scripts) {
    AtomicInteger connections = new AtomicInteger();
    return peer -> scripts[Math.min(connections.getAndIncrement(), scripts.length - 1)].run(peer);
  }

  private static final class Events implements ClientListener {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    @Override
    public void connectionLost(ConnectionException cause) {
      events.add("lost");
    }

    @Override
    public void connectionRestored() {
      events.add("restored");
    }

    @Override
    public void reconnectionGivenUp(ConnectionException cause) {
      events.add("given up");
    }
  }

  private static void expect(ScriptedNode.Peer peer, Command... commands) throws Exception {
    for (Command command : commands) {
      assertThat(peer.receive().commandNumber()).hasValue(command.number());
    }
  }

  private static void answerCount(ScriptedNode.Peer peer, Message request) throws Exception {
    peer.send(
        reply(request, Command.RESPONSE_COUNT_TRANSACTIONS.number()).put(KeyType.COUNT, 7).build());
  }

  @Test
  void lostConnectionIsMadeAnewWithItsRegistrationsAndNotifications() throws Exception {
    AssetGroupId cancelled = AssetGroupId.of(filled(32, 44));
    Events events = new Events();
    ScriptedNode.Script script =
        inTurn(
            peer ->
                expect(
                    peer,
                    Command.REGISTER,
                    Command.REQUEST_INSERT_NOTIFICATION,
                    Command.REQUEST_INSERT_NOTIFICATION,
                    Command.CANCEL_INSERT_NOTIFICATION),
            peer -> {
              Message register = peer.receive();
              assertThat(register.commandNumber()).hasValue(Command.REGISTER.number());
              assertThat(register.optBool(KeyType.ON_MULTINODES)).contains(true);
              Message watch = peer.receive();
              assertThat(watch.commandNumber())
                  .hasValue(Command.REQUEST_INSERT_NOTIFICATION.number());
              assertThat(watch.id(KeyType.ASSET_GROUP_ID, AssetGroupId::of)).isEqualTo(GROUP);
              answerCount(peer, peer.receive());
              peer.receive();
            });
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config().withReconnection(SOON), events)) {
      client.registerOnMultipleNodes(DOMAIN, USER);
      client.messaging().watch(GROUP);
      client.messaging().watch(cancelled);
      client.messaging().unwatch(cancelled);

      assertThat(events.events.take()).isEqualTo("lost");
      assertThat(events.events.take()).isEqualTo("restored");
      assertThat(client.count(SearchCondition.ANY)).isEqualTo(7);
    }
  }

  @Test
  void requestThatWaitedWhenTheConnectionWasLostFails() throws Exception {
    Events events = new Events();
    ScriptedNode.Script script = inTurn(peer -> peer.receive(), peer -> peer.receive());
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config().withReconnection(SOON), events)) {
      assertThatExceptionOfType(ConnectionException.class)
          .isThrownBy(() -> client.count(SearchCondition.ANY));
      assertThat(events.events.take()).isEqualTo("lost");
    }
  }

  @Test
  void keyIsExchangedAnewBeforeAnythingElseIsSentEncrypted() throws Exception {
    Events events = new Events();
    ScriptedNode.Script script =
        inTurn(
            peer -> {
              SessionCipher cipher = EncryptedClientTest.exchange(peer);
              EncryptedClientTest.receive(peer, cipher);
            },
            peer -> peer.receive(),
            peer -> {
              SessionCipher cipher = EncryptedClientTest.exchange(peer);
              assertThat(EncryptedClientTest.receive(peer, cipher).commandNumber())
                  .hasValue(Command.REGISTER.number());
              answerCount(peer, EncryptedClientTest.receive(peer, cipher));
              peer.receive();
            });
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config().withReconnection(SOON), events)) {
      client.actAs(DOMAIN, USER);
      client.exchangeKey();
      client.setEncrypted(true);
      client.register(DOMAIN, USER);

      assertThat(events.events.take()).isEqualTo("lost");
      assertThat(events.events.take())
          .as("the attempt that failed while restoring is no event")
          .isEqualTo("restored");
      assertThat(client.count(SearchCondition.ANY)).isEqualTo(7);
    }
  }

  @Test
  void answerThatCannotBeReadEndsAnAttemptAndNotTheAttempts() throws Exception {
    Events events = new Events();
    ScriptedNode.Script script =
        inTurn(
            peer -> EncryptedClientTest.exchange(peer),
            peer -> peer.send(reply(peer.receive()).put(KeyType.ECDH, 1).build()),
            peer -> {
              EncryptedClientTest.exchange(peer);
              peer.receive();
            });
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config().withReconnection(SOON), events)) {
      client.actAs(DOMAIN, USER);
      client.exchangeKey();

      assertThat(events.events.take()).isEqualTo("lost");
      assertThat(events.events.take()).isEqualTo("restored");
    }
  }

  @Test
  void givingUpIsTold() throws Exception {
    Events events = new Events();
    ScriptedNode node = new ScriptedNode(peer -> peer.receive());
    try (BbcClient client =
        BbcClient.connect(
            node.config()
                .withReconnection(new Reconnection(Duration.ofMillis(1), Duration.ofMillis(1), 3)),
            events)) {
      node.close();

      assertThat(events.events.take()).isEqualTo("lost");
      assertThat(events.events.take()).isEqualTo("given up");
      assertThatExceptionOfType(ConnectionException.class)
          .isThrownBy(() -> client.register(DOMAIN, USER));
    }
  }

  @Test
  void connectionThatUnregisteringEndedIsNotMadeAnew() throws Exception {
    AtomicInteger connections = new AtomicInteger();
    Events events = new Events();
    ScriptedNode.Script script =
        peer -> {
          connections.incrementAndGet();
          expect(peer, Command.REGISTER, Command.UNREGISTER);
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config().withReconnection(SOON), events)) {
      client.register(DOMAIN, USER);
      client.unregister();
      assertThat(events.events.take()).isEqualTo("lost");

      assertThatExceptionOfType(ConnectionException.class)
          .isThrownBy(() -> client.count(SearchCondition.ANY));
      assertThat(connections).hasValue(1);
    }
  }

  @Test
  void withoutReconnectionALostConnectionStaysLost() throws Exception {
    Events events = new Events();
    try (ScriptedNode node = new ScriptedNode(peer -> peer.receive());
        BbcClient client = BbcClient.connect(node.config(), events)) {
      client.register(DOMAIN, USER);
      assertThat(events.events.take()).isEqualTo("lost");

      assertThatExceptionOfType(ConnectionException.class)
          .isThrownBy(() -> client.register(DOMAIN, USER))
          .withMessageContaining("no connection");
    }
  }

  @Test
  void clientThatIsClosedStopsTrying() throws Exception {
    ScriptedNode node = new ScriptedNode(peer -> peer.receive());
    Events events = new Events();
    BbcClient client =
        BbcClient.connect(
            node.config()
                .withReconnection(new Reconnection(Duration.ofDays(1), Duration.ofDays(1), 1000)),
            events);
    client.register(DOMAIN, USER);
    events.events.take();
    client.close();
    node.close();

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().equals("bbc1-reconnect-127.0.0.1:" + node.port()))
        .allSatisfy(thread -> thread.join());
  }

  @Test
  void delaysDoubleUpToTheLongestAndAreShortenedAtRandom() {
    Reconnection policy =
        new Reconnection(Duration.ofMillis(100), Duration.ofMillis(350), Integer.MAX_VALUE);

    assertThat(policy.delay(0, 0)).isEqualTo(Duration.ofMillis(100));
    assertThat(policy.delay(1, 0)).isEqualTo(Duration.ofMillis(200));
    assertThat(policy.delay(2, 0)).isEqualTo(Duration.ofMillis(350));
    assertThat(policy.delay(Integer.MAX_VALUE, 0)).isEqualTo(Duration.ofMillis(350));
    assertThat(policy.delay(1, 1)).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void impossiblePoliciesAreRefused() {
    Duration second = Duration.ofSeconds(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reconnection(second.negated(), second, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reconnection(second, Duration.ZERO, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Reconnection(second, second, -1));
  }
}
