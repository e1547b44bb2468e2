package org.bbc1.node.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.node.Requests.DOMAIN;
import static org.bbc1.node.Requests.USER;
import static org.bbc1.node.messaging.MessagingFixture.OTHER;
import static org.bbc1.node.messaging.MessagingFixture.RECEIVER;
import static org.bbc1.node.messaging.MessagingFixture.SENDER;
import static org.bbc1.node.messaging.MessagingFixture.message;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.bbc1.connector.ConnectionId;
import org.bbc1.id.NodeId;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.config.MessagingLimits;
import org.junit.jupiter.api.Test;

class MessageRouterTest {

  private static final int BIG = 10_000;
  private static final MessagingLimits LIMITS =
      new MessagingLimits(6, 4, 3 * BIG, 2 * BIG, 10, 10, 10);
  private static final NodeId NODE = MessagingFixture.Peers.node(1);
  private static final NodeId OTHER_NODE = MessagingFixture.Peers.node(2);

  private final MessagingFixture fixture = new MessagingFixture(LIMITS);
  private final MessageRouter router = fixture.messaging.router();

  private void send(ConnectionId sender, int size) {
    router.send(sender, DOMAIN, OTHER, message(size));
  }

  @Test
  void userOnThisNodeIsNotLookedForElsewhere() {
    fixture.register(RECEIVER, OTHER);
    fixture.peers.known.put(OTHER, List.of(NODE));

    fixture.send();

    assertThat(fixture.receivedBy(RECEIVER)).isEqualTo(1);
    assertThat(fixture.peers.forwarded).isEmpty();
    assertThat(fixture.peers.lookedFor).isEmpty();
  }

  @Test
  void multicastAddressIsReachedHereAndThere() {
    fixture.register(RECEIVER, OTHER);
    fixture.messaging.announcements().announce(DOMAIN, OTHER);
    fixture.peers.known.put(OTHER, List.of(NODE));

    fixture.send();

    assertThat(fixture.receivedBy(RECEIVER)).isEqualTo(1);
    assertThat(fixture.peers.forwarded).containsExactly(NODE);
  }

  @Test
  void userElsewhereIsReachedOnEveryNodeKnown() {
    fixture.peers.known.put(OTHER, List.of(NODE, OTHER_NODE));

    fixture.send();

    assertThat(fixture.peers.forwarded).containsExactly(NODE, OTHER_NODE);
    assertThat(fixture.time.waiting()).isZero();
  }

  @Test
  void userWhoseConnectionBrokeIsLookedFor() {
    fixture.register(RECEIVER, OTHER);
    fixture.broken.add(RECEIVER);

    fixture.send();

    assertThat(fixture.peers.lookedFor).containsExactly(OTHER);
    assertThat(fixture.time.waiting()).isEqualTo(1);
  }

  @Test
  void anycastGoesToEveryNodeWithMembersAlikeAndToThisOne() {
    fixture.register(RECEIVER, OTHER);
    fixture.peers.known.put(OTHER, List.of(NODE, OTHER_NODE));

    for (int i = 0; i < 3000; i++) {
      assertThat(router.sendToAny(DOMAIN, OTHER, message(1))).isTrue();
    }

    assertThat(fixture.receivedBy(RECEIVER)).isBetween(900, 1100);
    assertThat(Collections.frequency(fixture.peers.forwarded, NODE)).isBetween(900, 1100);
  }

  @Test
  void anycastPassesAMemberWhoseConnectionBroke() {
    fixture.register(SENDER, OTHER);
    fixture.register(RECEIVER, OTHER);
    fixture.broken.add(SENDER);

    assertThat(router.sendToAny(DOMAIN, OTHER, message(1))).isTrue();
    assertThat(router.sendToAny(DOMAIN, OTHER, message(1))).isTrue();

    assertThat(fixture.receivedBy(RECEIVER)).isEqualTo(2);
    fixture.broken.add(RECEIVER);
    assertThat(router.sendToAny(DOMAIN, OTHER, message(1))).isFalse();
  }

  @Test
  void whatWouldBeTooManyForOneConnectionBouncesAtOnce() {
    fixture.register(SENDER, USER);

    for (int i = 0; i < 5; i++) {
      send(SENDER, 10);
    }

    assertThat(fixture.receivedBy(SENDER)).isEqualTo(1);
    Message bounced = fixture.received.get(SENDER).get(0);
    assertThat(bounced.optBool(KeyType.RESULT)).contains(false);
    assertThat(fixture.time.waiting()).isEqualTo(4);
  }

  @Test
  void whatWouldBeTooMuchForOneConnectionBouncesAtOnce() {
    fixture.register(SENDER, USER);

    send(SENDER, BIG);
    send(SENDER, BIG);

    assertThat(fixture.receivedBy(SENDER)).isEqualTo(1);
    assertThat(fixture.time.waiting()).isEqualTo(1);
  }

  @Test
  void connectionWithAllItMayHaveLeavesRoomForOthers() {
    fixture.register(SENDER, USER);
    for (int i = 0; i < 100; i++) {
      send(SENDER, 10);
    }

    send(RECEIVER, 10);
    send(RECEIVER, 10);
    assertThat(fixture.time.waiting()).isEqualTo(6);

    send(RECEIVER, 10);
    assertThat(fixture.time.waiting()).isEqualTo(6);
  }

  @Test
  void roomIsGivenBackWhenTheTimeIsOver() {
    fixture.register(SENDER, USER);
    for (int round = 1; round <= 3; round++) {
      send(SENDER, BIG);
      fixture.time.advance(Duration.ofSeconds(5));

      assertThat(fixture.receivedBy(SENDER)).isEqualTo(round);
    }
  }

  @Test
  void roomIsGivenBackWhenTheDomainIsClosed() {
    fixture.register(SENDER, USER);
    send(SENDER, BIG);

    fixture.messaging.closed(DOMAIN);
    send(SENDER, BIG);

    assertThat(fixture.receivedBy(SENDER)).isZero();
    assertThat(fixture.time.waiting()).isEqualTo(1);
  }
}
