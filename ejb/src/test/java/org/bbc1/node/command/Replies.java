package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;

/** Assertions on replies. */
final class Replies {

  private Replies() {}

  static void assertSuccess(Message reply) {
    assertThat(reply.integer(KeyType.STATUS)).as("status of %s", reply).isZero();
    assertThat(reply.has(KeyType.REASON)).isFalse();
  }

  static void assertFailure(Message reply, long status, String reason) {
    assertThat(reply.integer(KeyType.STATUS)).as("status of %s", reply).isEqualTo(status);
    assertThat(reply.text(KeyType.REASON)).isEqualTo(reason);
  }

  static void assertLacksParameters(Message reply) {
    assertFailure(reply, -1, "lack of mandatory params");
    assertDirect(reply);
  }

  static void assertRouted(Message reply) {
    assertThat(reply.bytes(KeyType.INFRA_MSG_TYPE)).containsExactly(0, 2);
    assertThat(fieldsOf(reply)).endsWith(KeyType.INFRA_MSG_TYPE);
  }

  static void assertDirect(Message reply) {
    assertThat(reply.has(KeyType.INFRA_MSG_TYPE)).isFalse();
  }

  static List<KeyType> fieldsOf(Message message) {
    List<KeyType> keys = new ArrayList<>();
    message.fields().keySet().forEach(number -> keys.add(KeyType.ofNumber(number)));
    return keys;
  }
}
