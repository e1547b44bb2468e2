package org.bbc1.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.Dialect;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.Value;
import org.bbc1.node.Requests;
import org.bbc1.node.Samples;
import org.bbc1.wire.AllBin;
import org.bbc1.wire.WireClient;
import org.bbc1.wire.WireFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one user may send to another. Source: client-protocol 12, 13, 16, 17. */
class HostileMessagingTest extends HostileTestBase {

  private static final UserId RECEIVER = UserId.fromHex("4e".repeat(32));
  private static final DomainId UNKNOWN = DomainId.fromHex("ee".repeat(32));
  private static final int FLOOD = 20_000;
  private static final int MEGABYTE = 1 << 20;
  private static final int ROUNDS_WHILE_FLOODED = 200;

  private WireClient receiver;

  @BeforeEach
  void connectReceiver() {
    receiver = registered(RECEIVER);
    hostile.send(Requests.register(Requests.DOMAIN, Requests.USER));
    hostile.ask(probe());
  }

  @AfterEach
  void disconnectReceiver() {
    receiver.close();
  }

  private WireClient registered(UserId user) {
    WireClient client = WireClient.connect(node.tcpPort());
    client.send(Requests.register(Requests.DOMAIN, user));
    client.ask(probe());
    return client;
  }

  private static Message.Builder message() {
    return Requests.of(Command.MESSAGE)
        .remove(KeyType.QUERY_ID)
        .put(KeyType.DESTINATION_USER_ID, RECEIVER)
        .put(KeyType.MESSAGE, new Value.Text("hello"));
  }

  @Test
  void fieldsThatWouldForgeAnAnswerOrANodeCommandAreRemoved() {
    Set<KeyType> forwarded =
        Set.of(
            KeyType.COMMAND,
            KeyType.DOMAIN_ID,
            KeyType.SOURCE_USER_ID,
            KeyType.DESTINATION_USER_ID,
            KeyType.STATUS,
            KeyType.MESSAGE,
            KeyType.IS_ANYCAST,
            KeyType.ANYCAST_TTL);
    Message.Builder forged =
        message().put(KeyType.STATUS, -255).putByNumber(0x7777, new Value.Int(1));
    for (KeyType key : KeyType.values()) {
      if (!forwarded.contains(key)) {
        forged.put(key, new byte[] {0, 4});
      }
    }
    hostile.send(forged.build());

    WireFrame frame = receiver.receive();
    AllBin.check(frame.body());
    Message expected =
        message()
            .put(KeyType.STATUS, 0)
            .putByNumber(0x7777, new Value.Int(1))
            .put(KeyType.INFRA_MSG_TYPE, new byte[] {0, 2})
            .build();
    assertThat(frame.message()).isEqualTo(expected);
    assertIgnored();
  }

  static Stream<Message> undeliverable() {
    return Stream.of(
        message().remove(KeyType.DESTINATION_USER_ID).build(),
        message().putNil(KeyType.DESTINATION_USER_ID).build(),
        message().put(KeyType.DESTINATION_USER_ID, new byte[31]).build(),
        message().remove(KeyType.SOURCE_USER_ID).build(),
        message().putNil(KeyType.SOURCE_USER_ID).build(),
        message().remove(KeyType.DOMAIN_ID).build(),
        message().putNil(KeyType.DOMAIN_ID).build(),
        message().put(KeyType.DOMAIN_ID, UNKNOWN).build());
  }

  @ParameterizedTest
  @MethodSource("undeliverable")
  void undeliverableMessageIsDropped(Message undeliverable) {
    hostile.send(undeliverable);

    assertIgnored();
    receiver.ask(probe());
  }

  static Stream<Value> payloads() {
    return Stream.of(
        Value.nil(),
        new Value.Bool(true),
        new Value.Int(Long.MIN_VALUE),
        Value.Int.ofUnsigned(-1),
        new Value.FloatingPoint(0.5, false),
        new Value.FloatingPoint(0.5, true),
        new Value.Bytes(new byte[0]),
        new Value.Bytes(new byte[70_000]),
        new Value.Text("grüße"),
        new Value.Extension((byte) 5, new byte[16]),
        new Value.Extension((byte) -1, new byte[3]),
        new Value.ListValue(List.of(Value.nil(), new Value.ListValue(List.of()))),
        new Value.MapValue(Map.of(new Value.Text("a"), new Value.Bytes(new byte[2]))));
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void payloadOfAnyTypeKeepsItsForm(Value payload) {
    hostile.send(message().put(KeyType.MESSAGE, payload).build());

    assertThat(receiver.receive().message().get(KeyType.MESSAGE)).isEqualTo(payload);
  }

  @Test
  void textThatIsNoTextCannotEndTheReceiversLoop() {
    byte[] noText = {(byte) 0xff, (byte) 0xfe};
    hostile.send(message().put(KeyType.MESSAGE, new Value.Text(noText)).build(), Dialect.BIN);

    assertThat(receiver.receive().message().get(KeyType.MESSAGE))
        .isEqualTo(new Value.Bytes(noText));
  }

  @Test
  void textOfTheRawDialectArrivesAsBytes() {
    try (WireClient raw = WireClient.connect(node.tcpPort())) {
      raw.send(message().build(), Dialect.RAW);

      assertThat(receiver.receive().message().get(KeyType.MESSAGE))
          .isEqualTo(Value.Bytes.ofText("hello"));
    }
  }

  @Test
  void messageWithoutAPayloadIsDelivered() {
    hostile.send(message().remove(KeyType.MESSAGE).build());

    assertThat(receiver.receive().message().has(KeyType.MESSAGE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anycastIsDeliveredToALocalMember(boolean value) {
    hostile.send(message().put(KeyType.IS_ANYCAST, value).put(KeyType.ANYCAST_TTL, 99).build());

    assertThat(receiver.receive().message().integer(KeyType.ANYCAST_TTL)).isLessThanOrEqualTo(5);
  }

  @Test
  void receiverThatDoesNotReadHoldsUpNobodyButItsSender() {
    Message large = message().put(KeyType.MESSAGE, new byte[MEGABYTE]).build();
    byte[] frame = WireClient.frame(WireClient.MSGPACK, MsgPackCodec.encode(large));
    CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> sendUntilClosed(frame));
    for (int i = 0; i < ROUNDS_WHILE_FLOODED; i++) {
      assertOthersServed();
    }
    try (WireClient another = registered(BYSTANDER)) {
      another.ask(Requests.insert(Samples.note("while another is flooded")));
    }

    assertThat(flood).as("the node takes the flood no faster than it is read").isNotDone();
    hostile.close();
    assertThat(flood).succeedsWithin(Duration.ofSeconds(20));
  }

  private void sendUntilClosed(byte[] frame) {
    try {
      while (true) {
        hostile.send(frame);
      }
    } catch (UncheckedIOException e) {
      // the end of the test
    }
  }

  @Test
  void messagesToManyUsersWhoAreNotThereHoldUpNobody() {
    for (int i = 0; i < FLOOD; i++) {
      hostile.send(message().put(KeyType.DESTINATION_USER_ID, number(i)).build());
    }

    assertServedBehindBounces();
    receiver.ask(probe());
    assertOthersServed();
  }

  /** What could not be delivered may come back, and then the reply to the next request comes. */
  private void assertServedBehindBounces() {
    Message probe = probe();
    hostile.send(probe);
    Message message = hostile.receive().message();
    while (message.commandNumber().orElse(-1) == Command.MESSAGE.number()) {
      assertThat(message.optBool(KeyType.RESULT)).contains(false);
      message = hostile.receive().message();
    }
    assertThat(message.get(KeyType.QUERY_ID)).isEqualTo(probe.get(KeyType.QUERY_ID));
  }

  private static byte[] number(int number) {
    byte[] id = new byte[32];
    id[0] = (byte) number;
    id[1] = (byte) (number >> 8);
    id[2] = 1;
    return id;
  }

  static Stream<Message> badNotificationRequests() {
    return Stream.of(Command.REQUEST_INSERT_NOTIFICATION, Command.CANCEL_INSERT_NOTIFICATION)
        .flatMap(
            command -> {
              Message good = notification(command, Samples.GROUP.toByteArray());
              return Stream.of(
                  good.toBuilder().remove(KeyType.ASSET_GROUP_ID).build(),
                  good.toBuilder().putNil(KeyType.ASSET_GROUP_ID).build(),
                  good.toBuilder().put(KeyType.ASSET_GROUP_ID, new byte[31]).build(),
                  good.toBuilder().putNil(KeyType.DOMAIN_ID).build(),
                  good.toBuilder().put(KeyType.DOMAIN_ID, UNKNOWN).build(),
                  good.toBuilder().putNil(KeyType.SOURCE_USER_ID).build(),
                  good.toBuilder().remove(KeyType.SOURCE_USER_ID).build());
            });
  }

  private static Message notification(Command command, byte[] group) {
    return Requests.of(command).remove(KeyType.QUERY_ID).put(KeyType.ASSET_GROUP_ID, group).build();
  }

  @ParameterizedTest
  @MethodSource("badNotificationRequests")
  void badNotificationRequestIsDropped(Message request) {
    hostile.send(request);

    assertIgnored();
    assertThat(notificationCount()).isZero();
  }

  @Test
  void cancellingWhatAnotherAskedForChangesNothing() {
    receiver.send(
        notification(Command.REQUEST_INSERT_NOTIFICATION, Samples.GROUP.toByteArray()).toBuilder()
            .put(KeyType.SOURCE_USER_ID, RECEIVER)
            .build());
    receiver.ask(probe());
    hostile.send(notification(Command.CANCEL_INSERT_NOTIFICATION, Samples.GROUP.toByteArray()));
    assertIgnored();
    hostile.ask(Requests.insert(Samples.note("watched by another")));

    Message told = receiver.receive().message();
    assertThat(told.commandNumber()).hasValue(Command.NOTIFY_INSERTED.number());
    assertThat(told.has(KeyType.TRANSACTION_DATA)).isFalse();
    receiver.send(
        notification(Command.CANCEL_INSERT_NOTIFICATION, Samples.GROUP.toByteArray()).toBuilder()
            .put(KeyType.SOURCE_USER_ID, RECEIVER)
            .build());
    receiver.ask(probe());
  }

  @Test
  void notificationIsSentBeforeTheReplyToTheInsert() {
    Message request =
        notification(Command.REQUEST_INSERT_NOTIFICATION, Samples.GROUP.toByteArray());
    hostile.send(request);
    hostile.send(request);
    Message insert = Requests.insert(Samples.note("watched"));
    hostile.send(insert);

    assertThat(hostile.receive().message().commandNumber())
        .hasValue(Command.NOTIFY_INSERTED.number());
    assertThat(hostile.receive().message().get(KeyType.QUERY_ID))
        .isEqualTo(insert.get(KeyType.QUERY_ID));
    hostile.send(notification(Command.CANCEL_INSERT_NOTIFICATION, Samples.GROUP.toByteArray()));
    assertIgnored();
    assertThat(notificationCount()).isZero();
  }

  @Test
  void watchedAssetGroupsAreBounded() {
    for (int i = 0; i < FLOOD; i++) {
      hostile.send(notification(Command.REQUEST_INSERT_NOTIFICATION, number(i)));
    }
    assertIgnored();
    assertThat(notificationCount()).isBetween(1, FLOOD - 1);
    for (int i = 0; i < FLOOD; i++) {
      hostile.send(notification(Command.CANCEL_INSERT_NOTIFICATION, number(i)));
    }
    assertIgnored();
    assertThat(notificationCount()).isZero();
  }

  private int notificationCount() {
    byte[] list =
        hostile
            .ask(Requests.of(Command.REQUEST_GET_NOTIFICATION_LIST).build())
            .bytes(KeyType.NOTIFICATION_LIST);
    return (list[0] & 0xff) << 8 | list[1] & 0xff;
  }

  private static Message.Builder gathering() {
    return Requests.of(Command.REQUEST_GATHER_SIGNATURE)
        .put(KeyType.TRANSACTION_DATA, new byte[10])
        .put(KeyType.DESTINATION_USER_IDS, List.of(RECEIVER.toByteArray()));
  }

  @ParameterizedTest
  @MethodSource("faultyGatherings")
  void faultyGatheringIsRefused(Message request) {
    assertThat(hostile.ask(request).integer(KeyType.STATUS)).isEqualTo(-1);
    assertIgnored();
    receiver.ask(probe());
  }

  static Stream<Message> faultyGatherings() {
    return Stream.of(
        gathering().remove(KeyType.DESTINATION_USER_IDS).build(),
        gathering().put(KeyType.DESTINATION_USER_IDS, 5).build(),
        gathering().put(KeyType.DESTINATION_USER_IDS, List.of(new byte[31])).build(),
        gathering().remove(KeyType.TRANSACTION_DATA).build(),
        gathering().put(KeyType.TRANSACTION_DATA, 5).build(),
        gathering().putNil(KeyType.DOMAIN_ID).build(),
        gathering().put(KeyType.DOMAIN_ID, UNKNOWN).build());
  }

  @Test
  void gatheringFromNobodyOrOneselfIsSilent() {
    hostile.send(gathering().put(KeyType.DESTINATION_USER_IDS, List.of()).build());
    hostile.send(
        gathering()
            .put(KeyType.DESTINATION_USER_IDS, List.of(Requests.USER.toByteArray()))
            .build());

    assertIgnored();
  }

  @Test
  void gatheringFromMoreSignersThanATransactionHasHoldsUpNobody() {
    List<byte[]> signers = new ArrayList<>();
    IntStream.range(0, FLOOD).forEach(i -> signers.add(number(i)));
    Message probe = probe();
    hostile.send(gathering().put(KeyType.DESTINATION_USER_IDS, signers).build());
    hostile.send(probe);

    Message reply = hostile.receive().message();
    if (!probe.get(KeyType.QUERY_ID).equals(reply.get(KeyType.QUERY_ID))) {
      assertThat(reply.integer(KeyType.STATUS)).isNegative();
    }
    assertOthersServed();
  }

  @Test
  void requestForASignatureReachesTheSignerAndNobodyTwice() {
    Message request =
        gathering()
            .put(
                KeyType.DESTINATION_USER_IDS,
                List.of(RECEIVER.toByteArray(), Requests.USER.toByteArray()))
            .put(KeyType.HINT, new Value.Text("hint"))
            .build();
    hostile.send(request);

    Message asked = receiver.receive().message();
    assertThat(asked.commandNumber()).hasValue(Command.REQUEST_SIGNATURE.number());
    assertThat(asked.get(KeyType.QUERY_ID)).isEqualTo(request.get(KeyType.QUERY_ID));
    assertIgnored();
    receiver.ask(probe());
  }

  static Stream<Message> answers() {
    Message.Builder answer =
        Requests.of(Command.RESPONSE_SIGNATURE)
            .put(KeyType.SOURCE_USER_ID, RECEIVER)
            .put(KeyType.DESTINATION_USER_ID, Requests.USER)
            .put(KeyType.TRANSACTION_ID, new byte[32]);
    return Stream.of(
        answer.put(KeyType.SIGNATURE, new byte[5]).build(),
        answer.put(KeyType.REF_INDEX, -1).build(),
        answer.put(KeyType.REF_INDEX, "x").build(),
        answer.remove(KeyType.SIGNATURE).build(),
        answer.put(KeyType.STATUS, -255).build(),
        answer.put(KeyType.REASON, "no").build(),
        answer.remove(KeyType.STATUS).build(),
        answer.put(KeyType.STATUS, "x").build());
  }

  @ParameterizedTest
  @MethodSource("answers")
  void anyAnswerToASignatureRequestLeavesBothConnectionsUsable(Message answer) {
    receiver.send(answer);
    receiver.ask(probe());
    Message probe = probe();
    hostile.send(probe);

    Message first = hostile.receive().message();
    if (first.commandNumber().getAsInt() == Command.RESPONSE_GATHER_SIGNATURE.number()) {
      assertThat(first.get(KeyType.SOURCE_USER_ID))
          .isEqualTo(new Value.Bytes(RECEIVER.toByteArray()));
      first = hostile.receive().message();
    }
    assertThat(first.get(KeyType.QUERY_ID)).isEqualTo(probe.get(KeyType.QUERY_ID));
    assertOthersServed();
  }
}
