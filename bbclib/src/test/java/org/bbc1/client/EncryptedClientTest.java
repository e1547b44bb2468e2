package org.bbc1.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.bbc1.client.ClientFixtures.DOMAIN;
import static org.bbc1.client.ClientFixtures.USER;
import static org.bbc1.client.ClientFixtures.filled;
import static org.bbc1.client.ScriptedNode.reply;

import java.security.SecureRandom;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.bbc1.error.StatusCode;
import org.bbc1.message.Command;
import org.bbc1.message.Frames;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.PayloadType;
import org.bbc1.message.Reasons;
import org.bbc1.session.KeyExchange;
import org.bbc1.session.SessionCipher;
import org.bbc1.session.SessionKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EncryptedClientTest {

  /** Plays the node's part of a key exchange; the key is in force behind the reply. */
  static SessionCipher exchange(ScriptedNode.Peer peer) throws Exception {
    Message request = peer.receive();
    KeyExchange exchange = KeyExchange.begin(new SecureRandom());
    SessionKey key =
        exchange.agree(
            request.bytes(KeyType.ECDH),
            request.bytes(KeyType.HINT),
            request.bytes(KeyType.NONCE),
            request.bytes(KeyType.RANDOM));
    peer.send(
        reply(request)
            .putNil(KeyType.DOMAIN_ID)
            .put(KeyType.ECDH, exchange.publicPoint())
            .put(KeyType.HINT, exchange.keyName())
            .put(KeyType.NONCE, request.bytes(KeyType.NONCE))
            .put(KeyType.RANDOM, request.bytes(KeyType.RANDOM))
            .build());
    return new SessionCipher(key);
  }

  static Message receive(ScriptedNode.Peer peer, SessionCipher cipher) throws Exception {
    return MsgPackCodec.decode(cipher.decrypt(peer.receiveBody(PayloadType.ENCRYPTED))).message();
  }

  private static Message count(Message request, int count) {
    return reply(request, Command.RESPONSE_COUNT_TRANSACTIONS.number())
        .put(KeyType.COUNT, count)
        .build();
  }

  @Test
  void encryptedAnswersToPlainRequestsAreReadAmongPlainOnes() throws Exception {
    ScriptedNode.Script script =
        peer -> {
          SessionCipher cipher = exchange(peer);
          for (int i = 0; i < 4; i++) {
            byte[] answer = Frames.encode(count(peer.receive(), i));
            peer.sendRaw(i == 2 ? answer : cipher.encrypt(answer));
          }
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      client.actAs(DOMAIN, USER);
      client.exchangeKey();

      for (int i = 0; i < 4; i++) {
        assertThat(client.count(SearchCondition.ANY)).isEqualTo(i);
      }
    }
  }

  @Test
  void encryptedFramesRightBehindTheReplyAreRead() throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    ScriptedNode.Script script =
        peer -> {
          SessionCipher cipher = exchange(peer);
          peer.sendRaw(cipher.encrypt(Frames.encode(Message.of(Command.MESSAGE).build())));
          peer.receive();
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcAsyncClient client =
            BbcAsyncClient.connect(
                node.config(), ClientFixtures.others(message -> heard.countDown()))) {
      client.actAs(DOMAIN, USER);
      client.exchangeKey().join();

      heard.await();
    }
  }

  @Test
  void everythingIsSentEncryptedWhenThatIsWanted() throws Exception {
    ScriptedNode.Script script =
        peer -> {
          SessionCipher cipher = exchange(peer);
          for (int i = 0; i < 3; i++) {
            peer.sendRaw(cipher.encrypt(Frames.encode(count(receive(peer, cipher), i))));
          }
          peer.send(count(peer.receive(), 3));
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      client.actAs(DOMAIN, USER);
      client.exchangeKey();
      client.setEncrypted(true);
      for (int i = 0; i < 3; i++) {
        assertThat(client.count(SearchCondition.ANY)).isEqualTo(i);
      }
      client.setEncrypted(false);
      assertThat(client.count(SearchCondition.ANY)).isEqualTo(3);
    }
  }

  @Test
  void manyThreadsSendEncryptedInTheOrderOfTheStream() throws Exception {
    int requests = 400;
    ScriptedNode.Script script =
        peer -> {
          SessionCipher cipher = exchange(peer);
          for (int i = 0; i < requests; i++) {
            Message request = receive(peer, cipher);
            int asked = (int) request.integer(KeyType.START_FROM);
            peer.sendRaw(cipher.encrypt(Frames.encode(count(request, asked))));
          }
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      client.actAs(DOMAIN, USER);
      client.exchangeKey();
      client.setEncrypted(true);

      IntStream.range(0, requests)
          .parallel()
          .forEach(
              i ->
                  assertThat(client.count(SearchCondition.ANY.between((long) i, null)))
                      .isEqualTo(i));
    }
  }

  @Test
  void refusedExchangeLeavesTheConnectionPlain() throws Exception {
    ScriptedNode.Script script =
        peer -> {
          peer.send(
              reply(peer.receive())
                  .put(KeyType.STATUS, StatusCode.EINVALID_COMMAND.code())
                  .put(KeyType.REASON, Reasons.NO_SUCH_DOMAIN)
                  .build());
          peer.send(count(peer.receive(), 1));
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      client.actAs(DOMAIN, USER);

      assertThatExceptionOfType(ErrorReplyException.class).isThrownBy(client::exchangeKey);
      assertThatIllegalStateException().isThrownBy(() -> client.setEncrypted(true));
      assertThat(client.count(SearchCondition.ANY)).isEqualTo(1);
    }
  }

  @Test
  void pointThatIsNotOnTheCurveIsNoAnswer() throws Exception {
    ScriptedNode.Script script =
        peer -> {
          Message request = peer.receive();
          byte[] point = filled(97, 1);
          point[0] = 4;
          peer.send(
              reply(request)
                  .put(KeyType.ECDH, point)
                  .put(KeyType.HINT, request.bytes(KeyType.HINT))
                  .build());
          peer.send(reply(peer.receive()).build());
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      client.actAs(DOMAIN, USER);

      assertThatExceptionOfType(ReplyFormatException.class).isThrownBy(client::exchangeKey);
      assertThatExceptionOfType(ReplyFormatException.class)
          .as("a reply without a point")
          .isThrownBy(client::exchangeKey);
    }
  }

  @Test
  void frameUnderAnotherKeyNameEndsTheConnection() throws Exception {
    ScriptedNode.Script script =
        peer -> {
          exchange(peer);
          peer.receive();
          peer.sendRaw(Frames.encode(PayloadType.ENCRYPTED, new byte[20]));
          peer.receive();
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcAsyncClient client = BbcAsyncClient.connect(node.config())) {
      client.actAs(DOMAIN, USER);
      client.exchangeKey().join();

      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(() -> client.count(SearchCondition.ANY).join())
          .withCauseInstanceOf(ConnectionException.class);
    }
  }

  @Test
  void keyNeedsADomainAndIsNotExchangedAgainWhileFramesAreEncrypted() throws Exception {
    try (ScriptedNode node = new ScriptedNode(EncryptedClientTest::exchange);
        BbcClient client = BbcClient.connect(node.config())) {
      assertThatIllegalStateException().isThrownBy(client::exchangeKey);
      client.actAs(DOMAIN, USER);
      client.exchangeKey();
      client.setEncrypted(true);

      assertThatIllegalStateException().isThrownBy(client::exchangeKey);
    }
  }
}
