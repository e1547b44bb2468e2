package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.FrameHeader;
import org.bbc1.message.Frames;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.Value;
import org.bbc1.node.Requests;
import org.bbc1.node.TestNode;
import org.bbc1.session.KeyExchange;
import org.bbc1.session.SessionCipher;
import org.bbc1.session.SessionKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Key exchange between client and node (client-protocol 8). */
class KeyExchangeHandlerTest extends NodeTestBase {

  private static final byte[] NONCE = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
  private static final byte[] INFO = {8, 7, 6, 5, 4, 3, 2, 1};
  private static final KeyExchange CLIENT = KeyExchange.begin(new SecureRandom());

  private static Message.Builder request() {
    return request(Requests.DOMAIN);
  }

  private static Message.Builder request(DomainId domain) {
    return Requests.of(Command.REQUEST_ECDH_KEY_EXCHANGE, domain)
        .put(KeyType.ECDH, CLIENT.publicPoint())
        .put(KeyType.NONCE, NONCE)
        .put(KeyType.HINT, CLIENT.keyName())
        .put(KeyType.RANDOM, INFO);
  }

  private static SessionCipher cipherOfClient(Message reply) throws Exception {
    return new SessionCipher(
        CLIENT.agree(reply.bytes(KeyType.ECDH), reply.bytes(KeyType.HINT), NONCE, INFO));
  }

  private SessionKey keyOfNode() {
    return node.port().keyOf(TestNode.CONNECTION);
  }

  @Test
  void theReplyCarriesWhatTheClientNeedsAndIsPlain() {
    Message request = request().build();

    Message reply = node.ask(request);

    Replies.assertSuccess(reply);
    Replies.assertDirect(reply);
    assertThat(Replies.fieldsOf(reply))
        .containsExactly(
            KeyType.DOMAIN_ID,
            KeyType.COMMAND,
            KeyType.DESTINATION_USER_ID,
            KeyType.QUERY_ID,
            KeyType.STATUS,
            KeyType.ECDH,
            KeyType.NONCE,
            KeyType.RANDOM,
            KeyType.HINT);
    assertThat(reply.get(KeyType.DOMAIN_ID)).isEqualTo(Value.nil());
    assertThat(reply.bytes(KeyType.ECDH)).hasSize(97).startsWith(4);
    assertThat(reply.bytes(KeyType.NONCE)).isEqualTo(NONCE);
    assertThat(reply.bytes(KeyType.RANDOM)).isEqualTo(INFO);
    assertThat(reply.bytes(KeyType.HINT)).hasSize(4);
    assertThat(node.port().wasProtected(reply)).isFalse();
  }

  @Test
  void theClientComputesTheKeyThatTheNodeActivates() throws Exception {
    SessionCipher client = cipherOfClient(node.ask(request().build()));
    Message message = Requests.of(Command.REQUEST_GET_STATS).build();

    byte[] frame = new SessionCipher(keyOfNode()).encrypt(Frames.encode(message));

    byte[] body = Arrays.copyOfRange(frame, FrameHeader.SIZE, frame.length);
    assertThat(MsgPackCodec.decode(client.decrypt(body)).message()).isEqualTo(message);
  }

  @Test
  void eachExchangeHasItsOwnKey() {
    byte[] first = node.ask(request().build()).bytes(KeyType.ECDH);
    SessionKey firstKey = keyOfNode();

    byte[] second = node.ask(request().build()).bytes(KeyType.ECDH);

    assertThat(second).isNotEqualTo(first);
    assertThat(keyOfNode()).isNotSameAs(firstKey);
  }

  @Test
  void directRepliesStayPlainAndRoutedOnesDoNot() {
    node.ask(request().build());

    Message direct = node.ask(Requests.of(Command.REQUEST_GET_NODEID).build());
    Message routed =
        node.ask(
            Requests.of(Command.REQUEST_SEARCH_TRANSACTION)
                .put(KeyType.TRANSACTION_ID, new byte[32])
                .build());

    assertThat(node.port().wasProtected(direct)).isFalse();
    assertThat(node.port().wasProtected(routed)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"ECDH", "NONCE", "HINT", "RANDOM"})
  void aMissingFieldIsAnErrorAndActivatesNothing(KeyType field) {
    assertRefused(request().remove(field).build());
    assertRefused(request().putNil(field).build());
    assertRefused(request().put(field, 7).build());
  }

  static Stream<Message> badValues() {
    byte[] offTheCurve = CLIENT.publicPoint();
    offTheCurve[50] ^= 1;
    return Stream.concat(
        Stream.of(offTheCurve, new byte[] {0}, new byte[97], new byte[0])
            .map(point -> request().put(KeyType.ECDH, point).build()),
        Stream.concat(
            lengths(KeyType.NONCE, 0, 15, 17),
            Stream.concat(lengths(KeyType.HINT, 0, 3, 5), lengths(KeyType.RANDOM, 0, 65))));
  }

  private static Stream<Message> lengths(KeyType field, Integer... lengths) {
    return List.of(lengths).stream().map(length -> request().put(field, new byte[length]).build());
  }

  @ParameterizedTest
  @MethodSource("badValues")
  void aValueThatCannotBeUsedIsAnErrorAndActivatesNothing(Message request) {
    assertRefused(request);
  }

  private void assertRefused(Message request) {
    Replies.assertLacksParameters(node.ask(request));
    assertThat(keyOfNode()).isNull();
  }

  @Test
  void anUnknownDomainIsAnErrorAndActivatesNothing() {
    DomainId unknown = DomainId.fromHex("77".repeat(32));

    Replies.assertFailure(node.ask(request(unknown).build()), -1, "No such domain");
    Replies.assertFailure(node.ask(request(null).build()), -1, "No such domain");
    assertThat(keyOfNode()).isNull();
  }
}
