package org.bbc1.node.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.node.Requests.DOMAIN;
import static org.bbc1.node.Requests.USER;
import static org.bbc1.node.messaging.MessagingFixture.OTHER;
import static org.bbc1.node.messaging.MessagingFixture.RECEIVER;
import static org.bbc1.node.messaging.MessagingFixture.SENDER;

import java.util.List;
import org.bbc1.connector.ConnectionId;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.NodeId;
import org.bbc1.id.UserId;
import org.bbc1.node.Samples;
import org.bbc1.node.config.MessagingLimits;
import org.junit.jupiter.api.Test;

class NotificationsTest {

  private static final ConnectionId THIRD = new ConnectionId(3);

  private final MessagingFixture fixture =
      new MessagingFixture(new MessagingLimits(1, 1, 1, 1, 1, 5, 3, 1));
  private final Notifications notifications = fixture.messaging.notifications();

  private static AssetGroupId group(int number) {
    byte[] id = new byte[AssetGroupId.FULL_LENGTH];
    id[0] = (byte) number;
    return AssetGroupId.of(id);
  }

  private boolean add(ConnectionId connection, int group, UserId user) {
    return notifications.add(connection, DOMAIN, group(group), user);
  }

  private void fill() {
    for (int i = 0; i < 3; i++) {
      assertThat(add(SENDER, i, USER)).isTrue();
    }
    assertThat(add(RECEIVER, 1, OTHER)).isTrue();
    assertThat(add(RECEIVER, 2, OTHER)).isTrue();
  }

  @Test
  void connectionCannotAskForMoreThanItsPart() {
    for (int i = 0; i < 3; i++) {
      assertThat(add(SENDER, i, USER)).isTrue();
    }

    assertThat(add(SENDER, 4, USER)).isFalse();
    assertThat(add(SENDER, 4, OTHER)).isFalse();
    assertThat(add(SENDER, 1, USER)).as("the same again").isTrue();
    assertThat(add(RECEIVER, 4, USER)).isTrue();
  }

  @Test
  void fullTableLosesUsersWithoutAConnectionFirst() {
    fixture.register(SENDER, USER);
    fill();

    assertThat(add(THIRD, 4, USER)).isTrue();

    assertThat(notifications.watchersOf(DOMAIN, List.of(group(1), group(2), group(4))))
        .containsExactly(USER);
  }

  @Test
  void fullTableOfConnectedUsersTakesNobodyElse() {
    fixture.register(SENDER, USER);
    fixture.register(RECEIVER, OTHER);
    fill();

    assertThat(add(THIRD, 4, USER)).isFalse();
  }

  /** Looking through a large table again and again would be an attack. */
  @Test
  void fullTableIsNotSearchedMoreThanOnceAMinute() {
    fixture.register(SENDER, USER);
    fixture.register(RECEIVER, OTHER);
    fill();
    assertThat(add(THIRD, 4, USER)).isFalse();
    fixture.messaging.removeConnection(RECEIVER);

    assertThat(add(THIRD, 4, USER)).isFalse();
    fixture.time.advance(Notifications.PURGE_PAUSE);
    assertThat(add(THIRD, 4, USER)).isTrue();
  }

  @Test
  void cancelledEntryMakesRoom() {
    fixture.register(SENDER, USER);
    fixture.register(RECEIVER, OTHER);
    fill();

    notifications.remove(DOMAIN, group(0), USER);
    notifications.remove(DOMAIN, group(0), USER);

    assertThat(add(SENDER, 7, USER)).isTrue();
    assertThat(add(SENDER, 8, USER)).isFalse();
  }

  @Test
  void closedDomainMakesRoom() {
    fill();

    fixture.messaging.closed(DOMAIN);

    fill();
  }

  @Test
  void otherNodesHearOfTheFirstAndOfTheLastWatcher() {
    add(SENDER, 1, USER);
    add(SENDER, 1, OTHER);
    notifications.remove(DOMAIN, group(1), USER);
    notifications.remove(DOMAIN, group(1), USER);
    notifications.remove(DOMAIN, group(1), OTHER);

    assertThat(fixture.peers.announced).containsExactly("join for ever 01", "leave 01");
  }

  @Test
  void nodesThatWatchAGroupAreToldOnceOfAnInsert() {
    NodeId node = MessagingFixture.Peers.node(1);
    fixture.peers.known.put(UserId.of(Samples.GROUP.toByteArray()), List.of(node));

    fixture.messaging.insertListener().inserted(DOMAIN, Samples.note("a"));

    assertThat(fixture.peers.forwarded).containsExactly(node);
  }
}
