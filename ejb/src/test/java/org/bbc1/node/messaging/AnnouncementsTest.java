package org.bbc1.node.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.node.Requests.DOMAIN;
import static org.bbc1.node.messaging.MessagingFixture.OTHER;
import static org.bbc1.node.messaging.MessagingFixture.RECEIVER;
import static org.bbc1.node.messaging.MessagingFixture.SENDER;

import org.bbc1.node.config.MessagingLimits;
import org.bbc1.node.stats.Counter;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {

  private final MessagingFixture fixture =
      new MessagingFixture(new MessagingLimits(1, 1, 1, 1, 1, 1, 1, 1));
  private final Announcements announcements = fixture.messaging.announcements();

  @Test
  void nodesHearOfAUserUntilItsLastConnectionIsGone() {
    fixture.register(SENDER, OTHER);
    fixture.register(RECEIVER, OTHER);
    announcements.announce(DOMAIN, OTHER);

    fixture.messaging.removeConnection(SENDER);
    assertThat(fixture.peers.announced).containsExactly("join 55");
    fixture.messaging.removeConnection(RECEIVER);

    assertThat(fixture.peers.announced).containsExactly("join 55", "leave 55");
    assertThat(fixture.statistics.get(Counter.MULTICAST_JOIN)).isEqualTo(1);
    assertThat(fixture.statistics.get(Counter.MULTICAST_LEAVE)).isEqualTo(1);
  }

  /** The reference says leave for everybody, which can stop a node that never heard of the user. */
  @Test
  void userWhoWasNotAnnouncedLeavesSilently() {
    fixture.register(SENDER, OTHER);

    fixture.messaging.removeConnection(SENDER);

    assertThat(fixture.peers.announced).isEmpty();
  }

  @Test
  void userWhoIsNotRegisteredIsNotAnnounced() {
    announcements.announce(DOMAIN, OTHER);

    assertThat(announcements.isAnnounced(DOMAIN, OTHER)).isFalse();
    assertThat(fixture.peers.announced).isEmpty();
  }

  @Test
  void closedDomainHasNoAnnouncedUsers() {
    fixture.register(SENDER, OTHER);
    announcements.announce(DOMAIN, OTHER);

    fixture.messaging.closed(DOMAIN);

    assertThat(announcements.isAnnounced(DOMAIN, OTHER)).isFalse();
  }
}
