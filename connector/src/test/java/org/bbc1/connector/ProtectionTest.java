package org.bbc1.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.connector.TestFrames.frame;
import static org.bbc1.connector.TestFrames.message;
import static org.bbc1.connector.TestFrames.numberOf;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.bbc1.message.Dialect;
import org.bbc1.message.Frames;
import org.bbc1.message.Message;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.PayloadType;
import org.bbc1.session.SessionCipher;
import org.bbc1.session.SessionKey;
import org.junit.jupiter.api.Test;

/** What the connector does with the key of a connection. */
class ProtectionTest {

  private static final byte[] NODE_NAME = {1, 1, 1, 1};
  private static final byte[] CLIENT_NAME = {2, 2, 2, 2};
  private static final byte[] NEW_CLIENT_NAME = {3, 3, 3, 3};
  private static final SessionKey OF_NODE =
      SessionKey.of(new byte[32], new byte[16], NODE_NAME, CLIENT_NAME);
  private static final SessionKey OF_CLIENT =
      SessionKey.of(new byte[32], new byte[16], CLIENT_NAME, NODE_NAME);

  private final RecordingListener listener = new RecordingListener();

  private ConnectionId idOf(RawClient client) {
    client.send(frame(0));
    return listener.next().connection();
  }

  @Test
  void framesOfManyThreadsKeepTheStreamInOrder() throws Exception {
    int threads = 4;
    int each = 200;
    SessionCipher cipher = new SessionCipher(OF_CLIENT);
    try (var connector = RunningConnector.start(listener);
        var client = connector.connect()) {
      ConnectionId id = idOf(client);
      assertThat(connector.channel.sendAndActivate(id, message(1), OF_NODE)).isTrue();
      assertThat(numberOf(client.receive())).isEqualTo(1);
      IntStream.range(0, threads)
          .mapToObj(
              thread ->
                  new Thread(
                      () -> {
                        for (int i = 0; i < each; i++) {
                          connector.channel.sendProtected(id, message(thread, i * 7));
                        }
                      }))
          .forEach(Thread::start);
      Map<Long, Integer> received = new HashMap<>();
      for (int i = 0; i < threads * each; i++) {
        Message message = MsgPackCodec.decode(cipher.decrypt(client.receiveBody(3))).message();
        received.merge(numberOf(message), 1, Integer::sum);
      }
      assertThat(received).hasSize(threads).containsValue(each);
    }
  }

  @Test
  void noFrameUnderTheOldKeyFollowsTheOneThatBringsTheNewKey() throws Exception {
    SessionKey ofNode = SessionKey.of(new byte[32], new byte[16], NODE_NAME, NEW_CLIENT_NAME);
    SessionKey ofClient = SessionKey.of(new byte[32], new byte[16], NEW_CLIENT_NAME, NODE_NAME);
    int count = 500;
    try (var connector = RunningConnector.start(listener);
        var client = connector.connect()) {
      ConnectionId id = idOf(client);
      connector.channel.sendAndActivate(id, message(0), OF_NODE);
      client.receive();
      Thread flood = new Thread(() -> sendProtected(connector, id, count));
      flood.start();
      SessionCipher before = new SessionCipher(OF_CLIENT);
      before.decrypt(client.receiveBody(3));

      connector.channel.sendAndActivate(id, message(0), ofNode);

      flood.join();
      connector.channel.sendProtected(id, message(1));
      SessionCipher after = new SessionCipher(ofClient);
      SessionCipher current = before;
      for (int i = 0; i < count + 1; i++) {
        Frame frame = client.receiveFrame();
        if (frame.payloadType() == PayloadType.MSGPACK.number()) {
          current = after;
        } else {
          current.decrypt(frame.body());
        }
      }
      assertThat(current).isSameAs(after);
    }
  }

  private static void sendProtected(RunningConnector connector, ConnectionId id, int count) {
    for (int i = 0; i < count; i++) {
      connector.channel.sendProtected(id, message(1));
    }
  }

  @Test
  void whatIsNotToBeProtectedStaysPlainAndSoDoesAConnectionWithoutAKey() throws Exception {
    try (var connector = RunningConnector.start(listener);
        var keyed = connector.connect();
        var other = connector.connect()) {
      ConnectionId keyedId = idOf(keyed);
      ConnectionId otherId = idOf(other);
      connector.channel.sendAndActivate(keyedId, message(3), OF_NODE);

      connector.channel.send(keyedId, message(1));
      connector.channel.sendProtected(otherId, message(2));

      assertThat(numberOf(keyed.receive())).isEqualTo(3);
      assertThat(numberOf(keyed.receive())).isEqualTo(1);
      assertThat(numberOf(other.receive())).isEqualTo(2);
    }
  }

  @Test
  void aConnectionThatIsGoneTakesNoKey() throws Exception {
    try (var connector = RunningConnector.start(listener);
        var client = connector.connect()) {
      ConnectionId id = idOf(client);
      client.close();
      listener.nextDisconnected();

      assertThat(connector.channel.sendAndActivate(id, message(1), OF_NODE)).isFalse();
      assertThat(connector.channel.sendProtected(id, message(1))).isFalse();
    }
  }

  @Test
  void theDialectIsThatOfTheFirstMessage() throws Exception {
    byte[] raw = Frames.encode(PayloadType.MSGPACK, MsgPackCodec.encode(message(1), Dialect.RAW));
    try (var connector = RunningConnector.start(listener);
        var old = connector.connect();
        var modern = connector.connect()) {
      old.send(raw, frame(2));
      assertThat(listener.next().dialect()).isEqualTo(Dialect.RAW);
      assertThat(listener.next().dialect()).isEqualTo(Dialect.RAW);
      modern.send(frame(3), raw);
      assertThat(listener.next().dialect()).isEqualTo(Dialect.BIN);
      assertThat(listener.next().dialect()).isEqualTo(Dialect.BIN);
    }
  }
}
