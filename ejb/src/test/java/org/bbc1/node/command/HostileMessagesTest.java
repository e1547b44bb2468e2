package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.node.Requests;
import org.bbc1.node.Samples;
import org.bbc1.node.TestNode;
import org.junit.jupiter.api.Test;

/**
 * Whatever a client puts into its fields, it gets at most one answer, and never one of an internal
 * failure.
 */
class HostileMessagesTest extends NodeTestBase {

  private static final int ROUNDS = 4000;
  private static final List<Command> REQUESTS =
      Arrays.stream(Command.values())
          .filter(Command::isSentByClients)
          .filter(command -> command != Command.UNREGISTER)
          .toList();

  private final Random random = new Random(20260101);

  @Test
  void randomFieldsNeverBreakTheNode() {
    node.ask(Requests.insert(Samples.note("to be found")));
    for (int round = 0; round < ROUNDS; round++) {
      Command command = REQUESTS.get(random.nextInt(REQUESTS.size()));
      Message.Builder request = Requests.of(command);
      for (int field = random.nextInt(6); field > 0; field--) {
        KeyType key = KeyType.values()[random.nextInt(KeyType.values().length)];
        if (key != KeyType.COMMAND) {
          request.put(key, value(3));
        }
      }
      assertAnswered(command, request.build());
    }
    Replies.assertSuccess(node.ask(Requests.of(Command.REQUEST_GET_STATS).build()));
  }

  private void assertAnswered(Command command, Message request) {
    List<Message> replies = node.tell(TestNode.CONNECTION, request);
    assertThat(replies).hasSize(command.response() == null ? 0 : 1);
    for (Message reply : replies) {
      assertThat(reply.commandNumber()).hasValue(command.response().number());
      assertThat(reply.get(KeyType.STATUS))
          .as("%s: %s", request, request.fields())
          .isNotEqualTo(new Value.Int(-255));
    }
  }

  private Value value(int depth) {
    return switch (random.nextInt(depth > 0 ? 11 : 9)) {
      case 0 -> Value.nil();
      case 1 -> new Value.Bool(random.nextBoolean());
      case 2 -> new Value.Int(random.nextInt(40) - 20);
      case 3 -> Value.Int.ofUnsigned(random.nextLong());
      case 4 -> new Value.FloatingPoint(random.nextDouble(), false);
      case 5 -> new Value.Bytes(bytes(random.nextInt(70)));
      case 6 -> new Value.Bytes(bytes(32));
      case 7 -> new Value.Text(bytes(random.nextInt(10)));
      case 8 -> new Value.Extension((byte) random.nextInt(), bytes(4));
      case 9 -> list(depth - 1);
      default -> map(depth - 1);
    };
  }

  private Value list(int depth) {
    List<Value> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(value(depth));
    }
    return new Value.ListValue(items);
  }

  private Value map(int depth) {
    Map<Value, Value> entries = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      entries.put(value(0), value(depth));
    }
    return new Value.MapValue(entries);
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
