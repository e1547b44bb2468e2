package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.bbc1.connector.ConnectionId;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.Requests;
import org.bbc1.node.TestNode;
import org.junit.jupiter.api.Test;

/** REGISTER and UNREGISTER (client-protocol 7.1). */
class RegisterTest extends NodeTestBase {

  private static final UserId OTHER = UserId.fromHex("55".repeat(32));

  private boolean isRegistered(ConnectionId connection, UserId user) {
    return node.services().users().isRegistered(connection, Requests.DOMAIN, user);
  }

  @Test
  void bindsWithoutAReply() {
    node.tellSilently(Requests.register(Requests.DOMAIN, Requests.USER));

    assertThat(isRegistered(TestNode.CONNECTION, Requests.USER)).isTrue();
  }

  @Test
  void nilOrUnknownDomainAndNilUserAreIgnored() {
    node.tellSilently(Requests.register(DomainId.fromHex("99".repeat(32)), Requests.USER));
    Message register = Requests.register(Requests.DOMAIN, Requests.USER);
    node.tellSilently(register.toBuilder().putNil(KeyType.DOMAIN_ID).build());
    node.tellSilently(register.toBuilder().putNil(KeyType.SOURCE_USER_ID).build());
    node.tellSilently(register.toBuilder().put(KeyType.SOURCE_USER_ID, new byte[5]).build());

    assertThat(node.services().users().bindingsOf(TestNode.CONNECTION)).isZero();
  }

  @Test
  void unregisterUnbindsAndClosesTheConnection() {
    node.tellSilently(Requests.register(Requests.DOMAIN, Requests.USER));

    node.tellSilently(Requests.of(Command.UNREGISTER).build());

    assertThat(isRegistered(TestNode.CONNECTION, Requests.USER)).isFalse();
    assertThat(node.port().isDisconnected(TestNode.CONNECTION)).isTrue();
  }

  @Test
  void unregisterWithoutRegistrationClosesTheConnection() {
    node.tellSilently(Requests.of(Command.UNREGISTER, null).putNil(KeyType.SOURCE_USER_ID).build());

    assertThat(node.port().isDisconnected(TestNode.CONNECTION)).isTrue();
  }

  @Test
  void unregisterInTheNameOfSomebodyElseDoesNotAffectThem() {
    ConnectionId theirs = new ConnectionId(2);
    node.tell(theirs, Requests.register(Requests.DOMAIN, OTHER));

    node.tellSilently(Requests.of(Command.UNREGISTER).put(KeyType.SOURCE_USER_ID, OTHER).build());

    assertThat(isRegistered(theirs, OTHER)).isTrue();
    assertThat(node.port().isDisconnected(theirs)).isFalse();
    assertThat(node.port().isDisconnected(TestNode.CONNECTION)).isTrue();
  }

  @Test
  void disconnectRemovesEveryUserOfTheConnection() {
    node.tellSilently(Requests.register(Requests.DOMAIN, Requests.USER));
    node.tellSilently(Requests.register(Requests.DOMAIN, OTHER));

    node.node().onDisconnected(TestNode.CONNECTION);

    assertThat(node.services().users().usersOf(Requests.DOMAIN)).isEmpty();
  }
}
