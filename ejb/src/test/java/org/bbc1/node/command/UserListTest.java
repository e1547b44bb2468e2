package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.node.Requests.DOMAIN;
import static org.bbc1.node.Requests.USER;

import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.Requests;
import org.bbc1.node.TestNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GET_USERS, GET_FORWARDING_LIST, GET_NOTIFICATION_LIST (client-protocol 10.11, 10.12, 10.14). */
class UserListTest extends NodeTestBase {

  private static final String COMMANDS =
      """
      REQUEST_GET_USERS, USER_LIST, 24
      REQUEST_GET_FORWARDING_LIST, FORWARDING_LIST, 26
      REQUEST_GET_NOTIFICATION_LIST, NOTIFICATION_LIST, 30
      """;

  @ParameterizedTest
  @CsvSource(textBlock = COMMANDS)
  void domainWithoutAnybodyHasAnEmptyList(Command command, KeyType field, int response) {
    Message reply = node.ask(Requests.of(command).build());

    assertThat(reply.integer(KeyType.COMMAND)).isEqualTo(response);
    Replies.assertSuccess(reply);
    Replies.assertDirect(reply);
    assertThat(reply.bytes(field)).containsExactly(0, 0);
  }

  @ParameterizedTest
  @CsvSource(textBlock = COMMANDS)
  void unknownDomainHasNobodyAndNilIsAnError(Command command, KeyType field, int response) {
    DomainId unknown = DomainId.fromHex("99".repeat(32));

    assertThat(node.ask(Requests.of(command, unknown).build()).bytes(field)).containsExactly(0, 0);
    Replies.assertFailure(node.ask(Requests.of(command, null).build()), -1, "No such domain");
  }

  @ParameterizedTest
  @CsvSource({"REQUEST_GET_USERS, USER_LIST"})
  void registeredUserIsListed(Command command, KeyType field) {
    node.tell(TestNode.CONNECTION, Requests.register(DOMAIN, USER));

    byte[] list = node.ask(Requests.of(command).build()).bytes(field);

    assertThat(list).hasSize(34).startsWith(0, 1).endsWith(USER.toByteArray());
  }
}
