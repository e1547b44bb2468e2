package org.bbc1.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.bbc1.error.StatusCode;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.node.Requests;
import org.bbc1.node.Samples;
import org.bbc1.wire.AllBin;
import org.bbc1.wire.WireClient;
import org.bbc1.wire.WireFrame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each field of each command missing, nil, of a wrong type and of a wrong length: one reply to what
 * has a response number, silence else, never an internal failure, never a closed connection.
 * Source: client-protocol 7.2.
 */
class HostileFieldsTest extends HostileTestBase {

  private static final Command GATHERING = Command.REQUEST_GATHER_SIGNATURE;
  private static final byte[] ID = Requests.DOMAIN.toByteArray();

  static Stream<Command> requestsWithAReply() {
    return requests().filter(command -> command.response() != null);
  }

  static Stream<Command> requestsWithoutAReply() {
    return requests().filter(command -> command.response() == null);
  }

  private static Stream<Command> requests() {
    return Arrays.stream(Command.values())
        .filter(Command::isSentByClients)
        .filter(command -> command != Command.UNREGISTER);
  }

  @ParameterizedTest
  @MethodSource("requestsWithAReply")
  void everyFaultyRequestGetsItsReply(Command command) {
    hostile.send(Requests.register(Requests.DOMAIN, Requests.USER));
    for (Message request : faulty(command)) {
      assertAnswered(command, request);
    }
    setUpDomain(); // one of the requests may have closed it
    assertIgnored();
  }

  @ParameterizedTest
  @MethodSource("requestsWithoutAReply")
  void everyFaultyMessageIsDropped(Command command) {
    for (Message message : faulty(command)) {
      hostile.send(message);
    }
    assertIgnored();
  }

  static Stream<Command> requestsThatNeedAQueryId() {
    return requestsWithAReply().filter(command -> command != GATHERING);
  }

  @ParameterizedTest
  @MethodSource("requestsThatNeedAQueryId")
  void requestWithoutAQueryIdGetsAReplyWithoutOne(Command command) {
    for (Value queryId : List.of(Value.nil(), new Value.Bytes(new byte[0]), new Value.Text(""))) {
      hostile.send(whole(command).toBuilder().put(KeyType.QUERY_ID, queryId).build());
      assertRefusedWithoutQueryId(command, hostile.receive().message());
    }
    hostile.send(whole(command).toBuilder().remove(KeyType.QUERY_ID).build());
    assertRefusedWithoutQueryId(command, hostile.receive().message());
  }

  private static void assertRefusedWithoutQueryId(Command command, Message reply) {
    assertThat(reply.commandNumber()).hasValue(responseOf(command));
    assertThat(reply.has(KeyType.QUERY_ID)).isFalse();
    assertThat(reply.integer(KeyType.STATUS)).isEqualTo(StatusCode.EINVALID_COMMAND.code());
  }

  @ParameterizedTest
  @MethodSource("requestsWithAReply")
  void faultyRequestIsNotReflectedToAUserItNames(Command command) {
    try (WireClient victim = WireClient.connect(node.tcpPort())) {
      victim.send(Requests.register(Requests.DOMAIN, Requests.USER));
      victim.ask(probe());
      Message request =
          whole(command).toBuilder()
              .remove(KeyType.SOURCE_USER_ID)
              .put(KeyType.DESTINATION_USER_ID, Requests.USER)
              .build();
      Message reply = hostile.ask(request);

      assertThat(reply.integer(KeyType.STATUS)).isEqualTo(StatusCode.EINVALID_COMMAND.code());
      assertThat(reply.get(KeyType.DESTINATION_USER_ID)).isEqualTo(Value.nil());
      assertThat(victim.ask(probe()).integer(KeyType.STATUS)).isZero();
    }
  }

  private void assertAnswered(Command command, Message request) {
    Message probe = probe();
    hostile.send(request);
    hostile.send(probe);
    List<Message> replies = repliesBefore(probe);
    String what = command + " with " + request.fields();
    // signatures are gathered by the signers' answers, not by one of the node's own
    assertThat(replies).as(what).hasSizeBetween(command == GATHERING ? 0 : 1, 1);
    for (Message reply : replies) {
      what += " got " + reply.fields();
      assertThat(reply.commandNumber()).as(what).hasValue(responseOf(command));
      assertThat(reply.get(KeyType.QUERY_ID)).as(what).isEqualTo(request.get(KeyType.QUERY_ID));
      assertThat(reply.get(KeyType.STATUS))
          .as(what)
          .isNotEqualTo(new Value.Int(StatusCode.EOTHER.code()));
    }
  }

  private List<Message> repliesBefore(Message probe) {
    List<Message> replies = new ArrayList<>();
    while (true) {
      WireFrame frame = hostile.receive();
      AllBin.check(frame.body());
      Message reply = frame.message();
      if (Objects.equals(reply.get(KeyType.QUERY_ID), probe.get(KeyType.QUERY_ID))) {
        return replies;
      }
      replies.add(reply);
    }
  }

  private static int responseOf(Command command) {
    return Objects.requireNonNull(command.response()).number();
  }

  /** A request with every field that any command reads, each of the right type. */
  private static Message whole(Command command) {
    return Requests.of(command)
        .put(KeyType.DESTINATION_USER_ID, BYSTANDER)
        .put(KeyType.DESTINATION_USER_IDS, List.of(BYSTANDER.toByteArray()))
        .put(KeyType.MESSAGE, "text")
        .put(KeyType.COUNT, 1)
        .put(KeyType.HINT, new byte[4])
        .put(KeyType.ECDH, new byte[97])
        .put(KeyType.NONCE, new byte[16])
        .put(KeyType.RANDOM, new byte[8])
        .put(KeyType.NODE_INFO, new Value.ListValue(List.of()))
        .put(KeyType.PORT_NUMBER, 9)
        .put(KeyType.IPV4_ADDRESS, "127.0.0.1")
        .put(KeyType.BBC_CONFIGURATION, "{}")
        .put(KeyType.LEDGER_SUBSYS_MANIP, false)
        .put(KeyType.ASSET_GROUP_ID, ID)
        .put(KeyType.ASSET_ID, ID)
        .put(KeyType.USER_ID, ID)
        .put(KeyType.TRANSACTION_ID, ID)
        .put(KeyType.DIRECTION, 0)
        .put(KeyType.HOP_COUNT, 1)
        .put(KeyType.START_FROM, 0)
        .put(KeyType.UNTIL, 1)
        .put(KeyType.TRANSACTION_DATA, Samples.note("whole").serialize())
        .put(KeyType.ALL_ASSET_FILES, Map.of())
        .put(KeyType.TRANSACTIONS, new Value.MapValue(Map.of()))
        .put(KeyType.SIGNATURE, new byte[10])
        .put(KeyType.REF_INDEX, -1)
        .put(KeyType.REASON, "no")
        .build();
  }

  private static List<Message> faulty(Command command) {
    Message whole = whole(command);
    List<Message> requests = new ArrayList<>();
    Set<Integer> fields = new HashSet<>(whole.fields().keySet());
    fields.remove(KeyType.COMMAND.number());
    fields.remove(KeyType.QUERY_ID.number());
    fields.add(KeyType.ADMIN_INFO.number());
    fields.add(KeyType.IS_ANYCAST.number());
    fields.add(KeyType.ON_MULTINODES.number());
    for (Integer number : fields) {
      KeyType key = Objects.requireNonNull(KeyType.ofNumber(number));
      if (whole.has(key)) {
        requests.add(fresh(whole).remove(key).build());
      }
      for (Value value : values()) {
        requests.add(fresh(whole).put(key, value).build());
      }
    }
    return requests;
  }

  private static Message.Builder fresh(Message whole) {
    return whole.toBuilder().putIfPresent(KeyType.QUERY_ID, probe().get(KeyType.QUERY_ID));
  }

  private static List<Value> values() {
    return List.of(
        Value.nil(),
        new Value.Bool(true),
        new Value.Int(-1),
        new Value.Int(Long.MIN_VALUE),
        Value.Int.ofUnsigned(-1),
        new Value.FloatingPoint(Double.NaN, false),
        new Value.Bytes(new byte[0]),
        new Value.Bytes(new byte[31]),
        new Value.Bytes(new byte[33]),
        new Value.Bytes(new byte[70_000]),
        new Value.Text(new byte[] {(byte) 0xff, (byte) 0xfe}),
        new Value.ListValue(List.of()),
        new Value.ListValue(List.of(Value.nil(), new Value.Int(7))),
        new Value.MapValue(Map.of(Value.nil(), Value.nil())),
        new Value.MapValue(Map.of(new Value.Bytes(new byte[2]), new Value.Int(7))),
        new Value.Extension((byte) 5, new byte[4]));
  }
}
