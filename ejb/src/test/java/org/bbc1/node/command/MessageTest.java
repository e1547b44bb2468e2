package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.node.Requests.DOMAIN;
import static org.bbc1.node.Requests.USER;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bbc1.connector.ConnectionId;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.Dialect;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.node.Requests;
import org.bbc1.node.TestNode;
import org.bbc1.node.stats.Counter;
import org.junit.jupiter.api.Test;

/** MESSAGE (client-protocol 13.1 to 13.3). */
class MessageTest extends NodeTestBase {

  private static final UserId OTHER = UserId.fromHex("55".repeat(32));
  private static final ConnectionId FIRST = new ConnectionId(2);
  private static final ConnectionId SECOND = new ConnectionId(3);
  private static final int UNKNOWN_KEY = 0x4711;

  private static Message.Builder to(UserId destination) {
    return Message.of(Command.MESSAGE)
        .put(KeyType.DOMAIN_ID, DOMAIN)
        .put(KeyType.SOURCE_USER_ID, USER)
        .put(KeyType.STATUS, 0)
        .put(KeyType.DESTINATION_USER_ID, destination)
        .put(KeyType.MESSAGE, new Value.Text("hello"));
  }

  private void register(ConnectionId connection, UserId user) {
    node.tell(connection, Requests.register(DOMAIN, user));
  }

  private Message onlyOneTo(ConnectionId connection) {
    List<Message> messages = node.port().take(connection);
    assertThat(messages).hasSize(1);
    return messages.get(0);
  }

  @Test
  void reachesEveryConnectionOfTheUserAsItWasSent() {
    register(FIRST, OTHER);
    register(SECOND, OTHER);
    Message message = to(OTHER).build();

    assertThat(node.tell(TestNode.CONNECTION, message)).isEmpty();

    Message expected = message.toBuilder().put(KeyType.INFRA_MSG_TYPE, new byte[] {0, 2}).build();
    Message received = onlyOneTo(FIRST);
    assertThat(received).isEqualTo(expected);
    assertThat(node.port().wasProtected(received)).isTrue();
    assertThat(onlyOneTo(SECOND)).isEqualTo(expected);
    assertThat(node.services().statistics().get(Counter.USER_MESSAGE_SENT_MSG_TO_USER))
        .isEqualTo(2);
  }

  @Test
  void reachesItsOwnSender() {
    register(TestNode.CONNECTION, USER);

    assertThat(node.tell(TestNode.CONNECTION, to(USER).build())).hasSize(1);
  }

  /** Fields of other commands would forge answers or commands between nodes. */
  @Test
  void carriesOnlyItsOwnFieldsAndThoseNobodyKnows() {
    register(FIRST, OTHER);
    Message.Builder message = to(OTHER).put(KeyType.STATUS, -1);
    for (KeyType key : KeyType.values()) {
      if (!to(OTHER).build().has(key) && key != KeyType.IS_ANYCAST) {
        message.put(key, new byte[] {1});
      }
    }
    message.putByNumber(UNKNOWN_KEY, new Value.Int(7));

    node.tell(TestNode.CONNECTION, message.build());

    assertThat(onlyOneTo(FIRST))
        .isEqualTo(
            to(OTHER)
                .putByNumber(UNKNOWN_KEY, new Value.Int(7))
                .put(KeyType.INFRA_MSG_TYPE, new byte[] {0, 2})
                .build());
  }

  @Test
  void textOfARawDialectSenderArrivesAsBytes() {
    register(FIRST, OTHER);
    Map<Value, Value> map = new LinkedHashMap<>();
    map.put(new Value.Text("key"), new Value.ListValue(List.of(new Value.Text("item"))));
    Message message = to(OTHER).put(KeyType.MESSAGE, new Value.MapValue(map)).build();

    node.node().onMessage(TestNode.CONNECTION, message, Dialect.RAW);

    Map<Value, Value> expected =
        Map.of(Value.Bytes.ofText("key"), new Value.ListValue(List.of(Value.Bytes.ofText("item"))));
    assertThat(onlyOneTo(FIRST).get(KeyType.MESSAGE)).isEqualTo(new Value.MapValue(expected));
  }

  @Test
  void messageToNobodyComesBackAfterFiveSecondsAndNotBefore() {
    register(TestNode.CONNECTION, USER);
    Message message = to(OTHER).build();

    assertThat(node.tell(TestNode.CONNECTION, message)).isEmpty();
    node.time().advance(Duration.ofMillis(4999));
    assertThat(node.port().isSilent()).isTrue();
    node.time().advance(Duration.ofMillis(1));

    Message bounced = onlyOneTo(TestNode.CONNECTION);
    assertThat(bounced.integer(KeyType.COMMAND)).isEqualTo(66);
    assertThat(bounced.id(KeyType.DESTINATION_USER_ID, UserId::of)).isEqualTo(USER);
    assertThat(bounced.id(KeyType.SOURCE_USER_ID, UserId::of)).isEqualTo(USER);
    assertThat(bounced.optBool(KeyType.RESULT)).contains(false);
    assertThat(bounced.text(KeyType.REASON)).isEqualTo("Cannot find such user");
    assertThat(bounced.integer(KeyType.STATUS)).isZero();
    assertThat(bounced.get(KeyType.MESSAGE)).isEqualTo(message.get(KeyType.MESSAGE));
    assertThat(node.services().statistics().get(Counter.USER_MESSAGE_FAIL_TO_FIND_USER))
        .isEqualTo(1);
  }

  /** The reference looks for the sender then, again and again for ever. */
  @Test
  void bounceOfASenderWhoLeftIsThrownAway() {
    register(TestNode.CONNECTION, USER);
    node.tell(TestNode.CONNECTION, to(OTHER).build());
    node.node().onDisconnected(TestNode.CONNECTION);

    node.time().advance(Duration.ofMinutes(1));

    assertThat(node.port().isSilent()).isTrue();
    assertThat(node.time().waiting()).isZero();
  }

  @Test
  void messageThatWaitsIsDroppedWithItsDomain() {
    register(TestNode.CONNECTION, USER);
    node.tell(TestNode.CONNECTION, to(OTHER).build());

    node.ask(Requests.close(DOMAIN));

    assertThat(node.time().waiting()).isZero();
  }

  @Test
  void incompleteMessagesAreDroppedSilently() {
    register(FIRST, OTHER);

    node.tellSilently(to(OTHER).remove(KeyType.DESTINATION_USER_ID).build());
    node.tellSilently(to(OTHER).putNil(KeyType.DESTINATION_USER_ID).build());
    node.tellSilently(to(OTHER).put(KeyType.DESTINATION_USER_ID, new byte[31]).build());
    node.tellSilently(to(OTHER).put(KeyType.DESTINATION_USER_ID, 5).build());
    node.tellSilently(to(OTHER).putNil(KeyType.SOURCE_USER_ID).build());
    node.tellSilently(to(OTHER).remove(KeyType.SOURCE_USER_ID).build());
    node.tellSilently(to(OTHER).putNil(KeyType.DOMAIN_ID).build());
    node.tellSilently(to(OTHER).put(KeyType.DOMAIN_ID, DomainId.fromHex("99".repeat(32))).build());
    assertThat(node.time().waiting()).isZero();
  }

  @Test
  void messageWithoutContentIsDelivered() {
    register(FIRST, OTHER);

    node.tell(TestNode.CONNECTION, to(OTHER).remove(KeyType.MESSAGE).build());

    assertThat(onlyOneTo(FIRST).has(KeyType.MESSAGE)).isFalse();
  }

  @Test
  void anycastReachesTheMembersInTurn() {
    register(FIRST, OTHER);
    register(SECOND, OTHER);
    Message message = to(OTHER).put(KeyType.IS_ANYCAST, true).build();

    node.tell(TestNode.CONNECTION, message);
    node.tell(TestNode.CONNECTION, message);

    Message received = onlyOneTo(FIRST);
    assertThat(received.optBool(KeyType.IS_ANYCAST)).contains(true);
    assertThat(received.integer(KeyType.ANYCAST_TTL)).isEqualTo(4);
    onlyOneTo(SECOND);
  }

  @Test
  void anycastThatIsFalseIsUnicastWithItsFields() {
    register(FIRST, OTHER);
    register(SECOND, OTHER);

    node.tell(TestNode.CONNECTION, to(OTHER).put(KeyType.IS_ANYCAST, false).build());

    assertThat(onlyOneTo(FIRST).integer(KeyType.ANYCAST_TTL)).isEqualTo(5);
    onlyOneTo(SECOND);
  }

  @Test
  void anycastToNobodyIsDropped() {
    register(TestNode.CONNECTION, USER);

    node.tellSilently(to(OTHER).put(KeyType.IS_ANYCAST, true).build());

    assertThat(node.time().waiting()).isZero();
  }
}
