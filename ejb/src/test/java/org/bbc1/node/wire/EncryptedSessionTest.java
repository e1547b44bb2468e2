package org.bbc1.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bbc1.message.Command;
import org.bbc1.message.FrameHeader;
import org.bbc1.message.Frames;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.node.Requests;
import org.bbc1.session.KeyExchange;
import org.bbc1.session.SessionCipher;
import org.bbc1.wire.WireClient;
import org.bbc1.wire.WireFrame;
import org.junit.jupiter.api.Test;

/** Encrypted sessions over real sockets (client-protocol 8). */
class EncryptedSessionTest extends HostileTestBase {

  private static final byte[] NONCE = new byte[16];
  private static final byte[] INFO = new byte[8];

  /** Exchanges keys on the connection and gives the client's end. */
  private SessionCipher exchange() throws Exception {
    KeyExchange exchange = KeyExchange.begin(new SecureRandom());
    Message reply = hostile.ask(exchangeRequest(exchange));
    return new SessionCipher(
        exchange.agree(reply.bytes(KeyType.ECDH), reply.bytes(KeyType.HINT), NONCE, INFO));
  }

  private static Message exchangeRequest(KeyExchange exchange) {
    return Requests.of(Command.REQUEST_ECDH_KEY_EXCHANGE)
        .put(KeyType.ECDH, exchange.publicPoint())
        .put(KeyType.NONCE, NONCE)
        .put(KeyType.HINT, exchange.keyName())
        .put(KeyType.RANDOM, INFO)
        .build();
  }

  private static Message search() {
    return Requests.of(Command.REQUEST_SEARCH_TRANSACTION)
        .put(KeyType.TRANSACTION_ID, new byte[32])
        .build();
  }

  private static byte[] bodyOf(byte[] frame) {
    return Arrays.copyOfRange(frame, FrameHeader.SIZE, frame.length);
  }

  private void assertEncryptedReply(SessionCipher cipher, Message request) throws Exception {
    WireFrame frame = hostile.receive();
    assertThat(frame.payloadType()).isEqualTo(WireClient.ENCRYPTED);
    Message reply = MsgPackCodec.decode(cipher.decrypt(frame.body())).message();
    assertThat(reply.get(KeyType.QUERY_ID)).isEqualTo(request.get(KeyType.QUERY_ID));
  }

  private void sendEncrypted(SessionCipher cipher, Message message) {
    hostile.send(cipher.encrypt(Frames.encode(message)));
  }

  @Test
  void plainAndEncryptedFramesMixInBothDirections() throws Exception {
    SessionCipher cipher = exchange();

    for (int round = 0; round < 3; round++) {
      Message plain = search();
      hostile.send(plain);
      assertEncryptedReply(cipher, plain);
      Message encrypted = search();
      sendEncrypted(cipher, encrypted);
      assertEncryptedReply(cipher, encrypted);
      sendEncrypted(cipher, probe());
      assertThat(hostile.receive().message().commandNumber())
          .as("a direct reply stays plain")
          .hasValue(Command.RESPONSE_GET_NODEID.number());
    }
    assertOthersServed();
  }

  @Test
  void manyEncryptedFramesInOneSegmentAreReadInOrder() throws Exception {
    SessionCipher cipher = exchange();
    Message[] requests = new Message[50];
    byte[] all = new byte[0];
    for (int i = 0; i < requests.length; i++) {
      requests[i] = search();
      byte[] frame = cipher.encrypt(Frames.encode(requests[i]));
      int end = all.length;
      all = Arrays.copyOf(all, end + frame.length);
      System.arraycopy(frame, 0, all, end, frame.length);
    }

    hostile.send(all);

    for (Message request : requests) {
      assertEncryptedReply(cipher, request);
    }
  }

  @Test
  void aFrameEncryptedRightBehindTheReplyIsUnderstood() throws Exception {
    for (int round = 0; round < 20; round++) {
      SessionCipher cipher = exchange();
      Message request = search();
      sendEncrypted(cipher, request);
      assertEncryptedReply(cipher, request);
    }
  }

  @Test
  void anEncryptedFrameWithoutAnExchangeCloses() {
    hostile.send(WireClient.ENCRYPTED, new byte[40]);
    assertClosed();
  }

  @Test
  void theKeyOfAnotherConnectionCloses() throws Exception {
    SessionCipher cipher = exchange();
    byte[] frame = cipher.encrypt(Frames.encode(search()));
    try (WireClient other = WireClient.connect(node.tcpPort())) {
      other.send(frame);
      assertThat(other.isClosedByNode()).isTrue();
    }
    hostile.send(frame);
    assertThat(hostile.receive().payloadType())
        .as("the stream of the owner is not disturbed")
        .isEqualTo(WireClient.ENCRYPTED);
    assertOthersServed();
  }

  @Test
  void theReplacedKeyIsNoLongerAccepted() throws Exception {
    SessionCipher old = exchange();
    SessionCipher fresh = exchange();
    Message request = search();
    sendEncrypted(fresh, request);
    assertEncryptedReply(fresh, request);

    sendEncrypted(old, search());

    assertClosed();
  }

  @Test
  void whatDecryptsToGarbageCloses() throws Exception {
    byte[] body = bodyOf(exchange().encrypt(Frames.encode(search())));
    body[4] ^= 0x55;
    hostile.send(WireClient.ENCRYPTED, body);
    assertClosed();
  }

  @Test
  void aFailedExchangeLeavesTheConnectionPlain() throws Exception {
    KeyExchange exchange = KeyExchange.begin(new SecureRandom());
    Message refused =
        hostile.ask(exchangeRequest(exchange).toBuilder().put(KeyType.NONCE, new byte[15]).build());
    assertThat(refused.integer(KeyType.STATUS)).isEqualTo(-1);

    hostile.send(search());

    assertThat(hostile.receive().payloadType()).isEqualTo(WireClient.MSGPACK);
  }
}
