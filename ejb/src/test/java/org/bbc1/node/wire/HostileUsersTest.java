package org.bbc1.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Reasons;
import org.bbc1.message.Value;
import org.bbc1.node.Requests;
import org.bbc1.node.Samples;
import org.bbc1.wire.WireClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Users that a connection claims to be, and replies meant for others. Source: client-protocol 7.
 */
class HostileUsersTest extends HostileTestBase {

  private static final DomainId UNKNOWN = DomainId.fromHex("ee".repeat(32));
  private static final UserId VICTIM = UserId.fromHex("71".repeat(32));
  private static final int MANY_USERS = 20_000;

  static List<Message> badRegistrations() {
    Message good = Requests.register(Requests.DOMAIN, VICTIM);
    return List.of(
        good.toBuilder().putNil(KeyType.DOMAIN_ID).build(),
        good.toBuilder().put(KeyType.DOMAIN_ID, UNKNOWN).build(),
        good.toBuilder().put(KeyType.DOMAIN_ID, new byte[31]).build(),
        good.toBuilder().remove(KeyType.DOMAIN_ID).build(),
        good.toBuilder().putNil(KeyType.SOURCE_USER_ID).build(),
        good.toBuilder().put(KeyType.SOURCE_USER_ID, new byte[33]).build(),
        good.toBuilder().put(KeyType.SOURCE_USER_ID, 7).build(),
        good.toBuilder().remove(KeyType.SOURCE_USER_ID).build());
  }

  @ParameterizedTest
  @MethodSource("badRegistrations")
  void badRegistrationIsIgnored(Message registration) {
    hostile.send(registration);

    assertIgnored();
    assertThat(users()).doesNotContain(VICTIM);
  }

  @Test
  void registeringTwiceIsHarmless() {
    hostile.send(Requests.register(Requests.DOMAIN, VICTIM));
    hostile.send(Requests.register(Requests.DOMAIN, VICTIM));

    assertIgnored();
    assertThat(users()).containsOnlyOnce(VICTIM);
  }

  @Test
  void usersOfOneConnectionAreBounded() {
    Message registration = Requests.register(Requests.DOMAIN, VICTIM);
    byte[] user = VICTIM.toByteArray();
    for (int i = 0; i < MANY_USERS; i++) {
      user = user.clone();
      user[0] = (byte) i;
      user[1] = (byte) (i >> 8);
      user[2] = (byte) (i >> 16);
      hostile.send(registration.toBuilder().put(KeyType.SOURCE_USER_ID, user).build());
    }

    assertIgnored();
    assertThat(users()).hasSizeLessThan(MANY_USERS);
  }

  private List<UserId> users() {
    return List.copyOf(node.node().services().users().usersOf(Requests.DOMAIN));
  }

  static List<Message> farewells() {
    Message.Builder good = Requests.of(Command.UNREGISTER);
    return List.of(
        good.build(),
        good.putNil(KeyType.DOMAIN_ID).build(),
        good.put(KeyType.DOMAIN_ID, UNKNOWN).build(),
        good.put(KeyType.DOMAIN_ID, Requests.DOMAIN).put(KeyType.SOURCE_USER_ID, VICTIM).build());
  }

  @ParameterizedTest
  @MethodSource("farewells")
  void unregisterClosesItsOwnConnectionOnly(Message farewell) {
    try (WireClient victim = registered(VICTIM)) {
      hostile.send(farewell);

      assertClosed();
      assertThat(victim.ask(probe()).integer(KeyType.STATUS)).isZero();
      assertThat(users()).contains(VICTIM);
    }
  }

  @Test
  void replyGoesToTheRequesterOnlyThoughAnotherConnectionIsTheSameUser() {
    try (WireClient other = registered(VICTIM)) {
      hostile.send(Requests.register(Requests.DOMAIN, VICTIM));
      Message count =
          Requests.of(Command.REQUEST_COUNT_TRANSACTIONS)
              .put(KeyType.SOURCE_USER_ID, VICTIM)
              .build();

      assertThat(hostile.ask(count).has(KeyType.COUNT)).isTrue();
      other.ask(probe()); // and nothing before it
    }
  }

  @Test
  void requestInTheNameOfAnotherUserIsAnsweredToWhoAsked() {
    try (WireClient victim = registered(VICTIM)) {
      Message insert =
          Requests.insert(Samples.note("in another's name")).toBuilder()
              .put(KeyType.SOURCE_USER_ID, VICTIM)
              .build();

      assertThat(hostile.ask(insert).integer(KeyType.STATUS)).isZero();
      victim.ask(probe());
    }
  }

  @Test
  void commandsForAClosedDomainAreAnsweredAsForAnUnknownOne() {
    hostile.send(Requests.register(Requests.DOMAIN, VICTIM));
    assertThat(hostile.ask(Requests.close(Requests.DOMAIN)).optBool(KeyType.RESULT)).contains(true);

    Message count = hostile.ask(Requests.of(Command.REQUEST_COUNT_TRANSACTIONS).build());
    assertThat(count.integer(KeyType.STATUS)).isEqualTo(-1);
    assertThat(count.text(KeyType.REASON)).isEqualTo(Reasons.NO_SUCH_DOMAIN);
    setUpDomain();
    assertThat(users()).doesNotContain(VICTIM);
    assertIgnored();
  }

  @Test
  void queryIdIsEchoedAsItIs() {
    for (Value queryId :
        List.of(
            new Value.Bytes(new byte[1]),
            new Value.Bytes(new byte[64]),
            new Value.Int(5),
            new Value.Bool(false))) {
      assertThat(hostile.ask(probe().toBuilder().put(KeyType.QUERY_ID, queryId).build()))
          .isNotNull();
    }
  }

  private WireClient registered(UserId user) {
    WireClient client = WireClient.connect(node.tcpPort());
    client.send(Requests.register(Requests.DOMAIN, user));
    client.ask(probe());
    return client;
  }
}
