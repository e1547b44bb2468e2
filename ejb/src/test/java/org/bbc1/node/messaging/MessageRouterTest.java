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
import java.util.concurrent.CompletableFuture;
import org.bbc1.connector.ConnectionId;
import org.bbc1.id.NodeId;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.config.MessagingLimits;
import org.junit.jupiter.api.Test;

class MessageRouterTest {

  private static final int BIG = 10_000;
  private static final MessagingLimits LIMITS =
      new MessagingLimits(6, 4, 3 * BIG, 2 * BIG, 10, 10, 10, 2 * BIG);
  private static final NodeId NODE = MessagingFixture.Peers.node(1);
  private static final NodeId OTHER_NODE = MessagingFixture.Peers.node(2);

  private final MessagingFixture fixture = new MessagingFixture(LIMITS);
  private final MessageRouter router = fixture.messaging.router();

  private void send(ConnectionId sender, int size) {
    router.send(sender, DOMAIN, OTHER, message(size));
  }

  private CompletableFuture<Void> sendToAny() {
    return router.sendToAny(DOMAIN, OTHER, message(1)).toCompletableFuture();
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
      sendToAny();
    }

    assertThat(fixture.receivedBy(RECEIVER)).isBetween(900, 1100);
    assertThat(Collections.frequency(fixture.peers.forwarded, NODE)).isBetween(900, 1100);
  }

  @Test
  void anycastPassesAMemberWhoseConnectionBroke() {
    fixture.register(SENDER, OTHER);
    fixture.register(RECEIVER, OTHER);
    fixture.broken.add(SENDER);

    sendToAny();
    sendToAny();

    assertThat(fixture.receivedBy(RECEIVER)).isEqualTo(2);
    fixture.broken.add(RECEIVER);
    assertThat(sendToAny()).isCompleted();
    assertThat(fixture.receivedBy(RECEIVER)).isEqualTo(2);
  }

  @Test
  void anycastPassesASlowMemberUnlessAllAreSlow() {
    fixture.register(SENDER, OTHER);
    fixture.register(RECEIVER, OTHER);
    fixture.slow.add(SENDER);
    assertThat(sendToAny()).isCompleted();
    assertThat(fixture.receivedBy(RECEIVER)).isEqualTo(1);

    fixture.slow.add(RECEIVER);
    CompletableFuture<Void> sent = sendToAny();

    assertThat(sent).isNotCompleted();
    fixture.slow.clear();
    fixture.time.advance(Duration.ofMillis(20));
    assertThat(sent).isCompleted();
  }

  @Test
  void senderToASlowReaderWaitsUntilThereIsRoom() {
    fixture.register(RECEIVER, OTHER);
    fixture.slow.add(RECEIVER);

    CompletableFuture<Void> sent = fixture.send();
    fixture.time.advance(Duration.ofSeconds(1));
    assertThat(sent).isNotCompleted();
    assertThat(fixture.receivedBy(RECEIVER)).isZero();

    fixture.slow.clear();
    fixture.time.advance(Duration.ofSeconds(2));
    assertThat(sent).isCompleted();
    assertThat(fixture.receivedBy(RECEIVER)).isEqualTo(1);
  }

  @Test
  void messageToAReaderWhoNeverReadsIsGivenUp() {
    fixture.register(RECEIVER, OTHER);
    fixture.slow.add(RECEIVER);

    CompletableFuture<Void> sent = fixture.send();
    fixture.time.advance(Duration.ofSeconds(6));

    assertThat(sent).isCompleted();
    assertThat(fixture.time.waiting()).isZero();
  }

  @Test
  void slowReaderDoesNotKeepTheOthersWaiting() {
    fixture.register(SENDER, OTHER);
    fixture.register(RECEIVER, OTHER);
    fixture.slow.add(SENDER);

    fixture.send();

    assertThat(fixture.receivedBy(RECEIVER)).isEqualTo(1);
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
