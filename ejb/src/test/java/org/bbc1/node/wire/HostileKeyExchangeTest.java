package org.bbc1.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.Reasons;
import org.bbc1.message.Value;
import org.bbc1.node.Requests;
import org.bbc1.wire.WireCipher;
import org.bbc1.wire.WireClient;
import org.bbc1.wire.WireFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Key exchanges that cannot succeed, and encrypted frames with wrong keys. Source: 8. */
class HostileKeyExchangeTest extends HostileTestBase {

  private static final WireKeys KEYS = WireKeys.generate();

  static List<Message> faultyExchanges() {
    List<Message> requests = new ArrayList<>();
    for (KeyType key : List.of(KeyType.ECDH, KeyType.NONCE, KeyType.HINT, KeyType.RANDOM)) {
      requests.add(KEYS.request().remove(key).build());
      requests.add(KEYS.request().putNil(key).build());
      requests.add(KEYS.request().put(key, 5).build());
      requests.add(KEYS.request().put(key, new byte[0]).build());
      requests.add(KEYS.request().put(key, new byte[65]).build());
    }
    for (byte[] point : faultyPoints()) {
      requests.add(KEYS.request().put(KeyType.ECDH, point).build());
    }
    requests.add(KEYS.request().put(KeyType.NONCE, new byte[15]).build());
    requests.add(KEYS.request().put(KeyType.NONCE, new byte[17]).build());
    requests.add(KEYS.request().put(KeyType.HINT, new byte[5]).build());
    return requests;
  }

  private static List<byte[]> faultyPoints() {
    byte[] offTheCurve = KEYS.point().clone();
    offTheCurve[offTheCurve.length - 1] ^= 1;
    byte[] tooLarge = KEYS.point().clone();
    Arrays.fill(tooLarge, 1, tooLarge.length, (byte) 0xff);
    byte[] zero = new byte[97];
    zero[0] = 4;
    byte[] hybrid = KEYS.point().clone();
    hybrid[0] = 6;
    return List.of(
        offTheCurve,
        tooLarge,
        zero,
        hybrid,
        new byte[1], // the point at infinity
        new byte[97],
        Arrays.copyOf(KEYS.point(), 96),
        Arrays.copyOf(KEYS.point(), 98));
  }

  @ParameterizedTest
  @MethodSource("faultyExchanges")
  void faultyExchangeIsRefusedAndNothingIsEncrypted(Message request) {
    Message reply = hostile.ask(request);

    assertThat(reply.commandNumber()).hasValue(Command.RESPONSE_ECDH_KEY_EXCHANGE.number());
    assertThat(reply.integer(KeyType.STATUS)).isEqualTo(-1);
    assertThat(reply.has(KeyType.ECDH)).isFalse();
    hostile.send(count());
    assertThat(hostile.receive().payloadType()).isEqualTo(WireClient.MSGPACK);
    assertIgnored();
  }

  @Test
  void exchangeNeedsADomainThatRuns() {
    for (Value domain :
        List.of(Value.nil(), new Value.Bytes(DomainId.fromHex("ee".repeat(32)).toByteArray()))) {
      Message reply = hostile.ask(KEYS.request().put(KeyType.DOMAIN_ID, domain).build());
      assertThat(reply.integer(KeyType.STATUS)).isEqualTo(-1);
      assertThat(reply.text(KeyType.REASON)).isEqualTo(Reasons.NO_SUCH_DOMAIN);
    }
    assertIgnored();
  }

  @Test
  void keyActsBehindItsOwnReplyOnly() {
    Message exchange = KEYS.request().build();
    Message count = count();
    hostile.send(exchange);
    hostile.send(count);
    hostile.send(probe());

    WireFrame agreed = hostile.receive();
    assertThat(agreed.payloadType()).isEqualTo(WireClient.MSGPACK);
    assertThat(agreed.message().get(KeyType.DOMAIN_ID)).isEqualTo(Value.nil());
    WireCipher cipher = WireCipher.agreed(KEYS.scalar(), exchange, agreed.message());
    WireFrame routed = hostile.receive();
    assertThat(routed.payloadType()).isEqualTo(WireClient.ENCRYPTED);
    Message counted = WireFrame.decode(cipher.decrypt(routed.body()));
    assertThat(counted.get(KeyType.QUERY_ID)).isEqualTo(count.get(KeyType.QUERY_ID));
    assertThat(hostile.receive().payloadType()).isEqualTo(WireClient.MSGPACK);
  }

  @Test
  void plainAndEncryptedFramesMix() {
    WireCipher cipher = KEYS.agree(hostile);
    for (int i = 0; i < 20; i++) {
      Message count = count();
      if (i % 3 == 0) {
        hostile.send(count);
      } else {
        hostile.send(WireClient.ENCRYPTED, cipher.encrypt(MsgPackCodec.encode(count)));
      }
      Message reply = WireFrame.decode(cipher.decrypt(hostile.receive().body()));
      assertThat(reply.get(KeyType.QUERY_ID)).isEqualTo(count.get(KeyType.QUERY_ID));
    }
  }

  @Test
  void keyOfAnotherConnectionClosesAndDisturbsItNot() {
    try (WireClient owner = WireClient.connect(node.tcpPort())) {
      Message exchange = KEYS.request().build();
      Message agreed = owner.ask(exchange);
      WireCipher copy = WireCipher.agreed(KEYS.scalar(), exchange, agreed);
      hostile.send(WireClient.ENCRYPTED, copy.encrypt(MsgPackCodec.encode(count())));

      assertClosed();
      WireCipher own = WireCipher.agreed(KEYS.scalar(), exchange, agreed);
      owner.send(WireClient.ENCRYPTED, own.encrypt(MsgPackCodec.encode(count())));
      assertThat(WireFrame.decode(own.decrypt(owner.receive().body())).has(KeyType.COUNT)).isTrue();
    }
  }

  @Test
  void secondExchangeReplacesTheFirst() {
    WireCipher first = KEYS.agree(hostile);
    WireCipher second = WireKeys.generate().agree(hostile);
    hostile.send(count());
    assertThat(WireFrame.decode(second.decrypt(hostile.receive().body())).has(KeyType.COUNT))
        .isTrue();

    hostile.send(WireClient.ENCRYPTED, first.encrypt(MsgPackCodec.encode(count())));
    assertClosed();
  }

  @Test
  void ciphertextThatIsNoMessageClosesTheConnection() {
    WireCipher cipher = KEYS.agree(hostile);
    hostile.send(WireClient.ENCRYPTED, cipher.encrypt(new byte[] {(byte) 0xc1}));

    assertClosed();
  }

  @Test
  void encryptedFrameShorterThanAKeyNameClosesTheConnection() {
    KEYS.agree(hostile);
    hostile.send(WireClient.ENCRYPTED, new byte[3]);

    assertClosed();
  }

  private static Message count() {
    return Requests.of(Command.REQUEST_COUNT_TRANSACTIONS).build();
  }
}
