package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.node.Requests;
import org.bbc1.node.stats.Counter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checks that all commands share (client-protocol 7.2). */
class CommandDispatcherTest extends NodeTestBase {

  private static Message.Builder getStats() {
    return Requests.of(Command.REQUEST_GET_STATS);
  }

  @Test
  void everyMessageIsCounted() {
    long before = node.services().statistics().get(Counter.CLIENT_NUM_MESSAGE_RECEIVE);

    node.tellSilently(Message.builder().build());

    assertThat(node.services().statistics().get(Counter.CLIENT_NUM_MESSAGE_RECEIVE))
        .isEqualTo(before + 1);
  }

  @Test
  void messageWithoutUsableCommandIsDropped() {
    node.tellSilently(getStats().remove(KeyType.COMMAND).build());
    node.tellSilently(getStats().put(KeyType.COMMAND, true).build());
    node.tellSilently(
        getStats().put(KeyType.COMMAND, new Value.FloatingPoint(17.0, false)).build());
    node.tellSilently(getStats().put(KeyType.COMMAND, Long.MAX_VALUE).build());
    node.tellSilently(getStats().put(KeyType.COMMAND, 3).build());
    node.tellSilently(getStats().put(KeyType.COMMAND, Command.RESPONSE_GET_STATS.number()).build());
  }

  @Test
  void missingSenderIsAnErrorAndNilIsNot() {
    Replies.assertLacksParameters(node.ask(getStats().remove(KeyType.SOURCE_USER_ID).build()));
    Message reply = node.ask(getStats().putNil(KeyType.SOURCE_USER_ID).build());
    Replies.assertSuccess(reply);
    assertThat(reply.get(KeyType.DESTINATION_USER_ID)).isEqualTo(Value.nil());
  }

  @Test
  void missingQueryIdIsAnErrorWithoutThatField() {
    for (Message.Builder request :
        List.of(
            getStats().remove(KeyType.QUERY_ID),
            getStats().putNil(KeyType.QUERY_ID),
            getStats().put(KeyType.QUERY_ID, new byte[0]))) {
      Message reply = node.ask(request.build());
      Replies.assertLacksParameters(reply);
      assertThat(reply.has(KeyType.QUERY_ID)).isFalse();
    }
  }

  @Test
  void queryIdOfAnyTypeIsEchoed() {
    Value number = new Value.Int(77);
    assertThat(node.ask(getStats().put(KeyType.QUERY_ID, number).build()).get(KeyType.QUERY_ID))
        .isEqualTo(number);
    byte[] one = {5};
    assertThat(node.ask(getStats().put(KeyType.QUERY_ID, one).build()).bytes(KeyType.QUERY_ID))
        .isEqualTo(one);
  }

  @Test
  void illTypedDomainOrSenderIsAnError() {
    Replies.assertLacksParameters(
        node.ask(getStats().put(KeyType.DOMAIN_ID, new byte[31]).build()));
    Replies.assertLacksParameters(node.ask(getStats().put(KeyType.DOMAIN_ID, 5).build()));
    Replies.assertLacksParameters(
        node.ask(getStats().put(KeyType.SOURCE_USER_ID, new byte[16]).build()));
    Replies.assertLacksParameters(
        node.ask(getStats().put(KeyType.SOURCE_USER_ID, new Value.Bool(true)).build()));
  }

  @Test
  void hugeIdsAreNotEchoed() {
    Message reply = node.ask(getStats().put(KeyType.SOURCE_USER_ID, new byte[100_000]).build());

    Replies.assertLacksParameters(reply);
    assertThat(reply.get(KeyType.DESTINATION_USER_ID)).isEqualTo(Value.nil());
  }

  @Test
  void errorReplyHasTheSkeletonAndGoesToTheRequesterOnly() {
    Message request =
        getStats().put(KeyType.DOMAIN_ID, 5).put(KeyType.DESTINATION_USER_ID, new byte[32]).build();

    Message reply = node.ask(request);

    assertThat(Replies.fieldsOf(reply))
        .containsExactly(
            KeyType.DOMAIN_ID,
            KeyType.COMMAND,
            KeyType.DESTINATION_USER_ID,
            KeyType.QUERY_ID,
            KeyType.STATUS,
            KeyType.REASON);
    assertThat(reply.commandNumber()).hasValue(Command.RESPONSE_GET_STATS.number());
    assertThat(reply.get(KeyType.DESTINATION_USER_ID))
        .isEqualTo(request.get(KeyType.SOURCE_USER_ID));
    assertThat(node.port().isSilent()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "REQUEST_INSERT",
        "REQUEST_COUNT_TRANSACTIONS",
        "REQUEST_SEARCH_WITH_CONDITIONS",
        "REQUEST_SEARCH_TRANSACTION",
        "REQUEST_TRAVERSE_TRANSACTIONS",
        "REQUEST_GET_NODEID"
      })
  void unknownDomainIsAnError(Command command) {
    Message request =
        Requests.of(command, DomainId.fromHex("99".repeat(32)))
            .put(KeyType.TRANSACTION_ID, new byte[32])
            .put(KeyType.TRANSACTION_DATA, new byte[2])
            .putNil(KeyType.ALL_ASSET_FILES)
            .put(KeyType.DIRECTION, 1)
            .put(KeyType.HOP_COUNT, 1)
            .build();

    Replies.assertFailure(
        node.ask(request),
        -1,
        command == Command.REQUEST_INSERT ? "Set up the domain, first!" : "No such domain");
  }
}
