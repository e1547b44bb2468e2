package org.bbc1.node.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.bbc1.connector.ConnectionId;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;
import org.junit.jupiter.api.Test;

class UserRegistryTest {

  private static final DomainId DOMAIN = DomainId.fromHex("01".repeat(32));
  private static final DomainId OTHER_DOMAIN = DomainId.fromHex("02".repeat(32));
  private static final UserId ALICE = UserId.fromHex("0a".repeat(32));
  private static final UserId BOB = UserId.fromHex("0b".repeat(32));
  private static final ConnectionId FIRST = new ConnectionId(1);
  private static final ConnectionId SECOND = new ConnectionId(2);

  private final UserRegistry users = new UserRegistry(3);

  @Test
  void oneUserMayHaveManyConnections() {
    users.register(FIRST, DOMAIN, ALICE);
    users.register(SECOND, DOMAIN, ALICE);

    assertThat(users.connectionsOf(DOMAIN, ALICE)).containsExactly(FIRST, SECOND);
    assertThat(users.usersOf(DOMAIN)).containsExactly(ALICE);
  }

  @Test
  void allBindingsOfAClosedConnectionGo() {
    users.register(FIRST, DOMAIN, ALICE);
    users.register(FIRST, DOMAIN, BOB);
    users.register(FIRST, OTHER_DOMAIN, ALICE);
    users.register(SECOND, DOMAIN, BOB);

    users.removeConnection(FIRST);

    assertThat(users.usersOf(DOMAIN)).containsExactly(BOB);
    assertThat(users.connectionsOf(DOMAIN, BOB)).containsExactly(SECOND);
    assertThat(users.usersOf(OTHER_DOMAIN)).isEmpty();
    assertThat(users.bindingsOf(FIRST)).isZero();
  }

  @Test
  void registeringTwiceIsHarmless() {
    users.register(FIRST, DOMAIN, ALICE);

    assertThat(users.register(FIRST, DOMAIN, ALICE)).isTrue();
    assertThat(users.bindingsOf(FIRST)).isEqualTo(1);
  }

  @Test
  void aConnectionHoldsNoMoreUsersThanAllowed() {
    users.register(FIRST, DOMAIN, ALICE);
    users.register(FIRST, DOMAIN, BOB);
    users.register(FIRST, OTHER_DOMAIN, ALICE);

    assertThat(users.register(FIRST, OTHER_DOMAIN, BOB)).isFalse();
    assertThat(users.isRegistered(FIRST, OTHER_DOMAIN, BOB)).isFalse();
    assertThat(users.register(FIRST, DOMAIN, ALICE)).as("known already").isTrue();
  }

  @Test
  void usersOfAClosedDomainAreUnbound() {
    users.register(FIRST, DOMAIN, ALICE);
    users.register(FIRST, OTHER_DOMAIN, ALICE);

    users.removeDomain(DOMAIN);

    assertThat(users.isRegistered(FIRST, DOMAIN, ALICE)).isFalse();
    assertThat(users.isRegistered(FIRST, OTHER_DOMAIN, ALICE)).isTrue();
    assertThat(users.bindingsOf(FIRST)).isEqualTo(1);
  }

  @Test
  void tellsWhoseLastConnectionIsGone() {
    users.register(FIRST, DOMAIN, ALICE);
    users.register(FIRST, OTHER_DOMAIN, ALICE);
    users.register(FIRST, DOMAIN, BOB);
    users.register(SECOND, DOMAIN, BOB);

    assertThat(users.removeConnection(FIRST))
        .containsExactly(new UserBinding(DOMAIN, ALICE), new UserBinding(OTHER_DOMAIN, ALICE));
    assertThat(users.removeConnection(FIRST)).isEmpty();
    assertThat(users.isPresent(DOMAIN, ALICE)).isFalse();
    assertThat(users.isPresent(DOMAIN, BOB)).isTrue();
  }

  @Test
  void connectionsOfAUserTakeTurns() {
    users.register(FIRST, DOMAIN, ALICE);
    users.register(SECOND, DOMAIN, ALICE);

    assertThat(users.nextConnectionOf(DOMAIN, ALICE)).contains(FIRST);
    assertThat(users.nextConnectionOf(DOMAIN, ALICE)).contains(SECOND);
    assertThat(users.nextConnectionOf(DOMAIN, ALICE)).contains(FIRST);
    assertThat(users.nextConnectionOf(DOMAIN, BOB)).isEmpty();
  }
}
