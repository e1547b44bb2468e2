package org.bbc1.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Reasons;
import org.bbc1.message.Value;
import org.bbc1.node.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Addresses and domains that are none, given to a node on which everybody is administrator. Source:
 * client-protocol 10, 17.
 */
class HostileNetworkTest extends HostileTestBase {

  private static final DomainId UNKNOWN = DomainId.fromHex("ee".repeat(32));
  private static final Value NODE = new Value.Bytes(bytes(32));
  private static final Value PORT = new Value.Int(16690);
  private static final Value IPV4 = Value.Bytes.ofText("127.0.0.1");
  private static final Value IPV6 = Value.Bytes.ofText("::1");
  private static final int FLOOD = 5_000;

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 0xaa);
    return bytes;
  }

  private static Value list(Value... items) {
    return new Value.ListValue(List.of(items));
  }

  private static Message.Builder staticNode(Value nodeInfo) {
    return Requests.of(Command.REQUEST_SET_STATIC_NODE).put(KeyType.NODE_INFO, nodeInfo);
  }

  static Stream<Value> badNodeInfos() {
    return Stream.of(
        Value.nil(),
        new Value.Int(5),
        IPV4,
        list(),
        list(NODE),
        list(NODE, IPV4, IPV6),
        list(NODE, IPV4, IPV6, PORT, PORT),
        list(new Value.Bytes(bytes(31)), IPV4, IPV6, PORT),
        list(new Value.Int(7), IPV4, IPV6, PORT),
        list(NODE, Value.Bytes.ofText("nonsense"), IPV6, PORT),
        list(NODE, Value.Bytes.ofText("127.1"), IPV6, PORT),
        list(NODE, Value.Bytes.ofText("localhost"), IPV6, PORT),
        list(NODE, Value.Bytes.ofText("256.0.0.1"), IPV6, PORT),
        list(NODE, new Value.Bytes(bytes(4)), IPV6, PORT),
        list(NODE, new Value.Bytes(bytes(70_000)), IPV6, PORT),
        list(NODE, IPV4, Value.Bytes.ofText("::g"), PORT),
        list(NODE, IPV4, IPV4, PORT),
        list(NODE, IPV4, list(), PORT),
        list(NODE, Value.Bytes.ofText("0.0.0.0"), Value.Bytes.ofText("::"), PORT),
        list(NODE, Value.nil(), Value.nil(), PORT),
        list(NODE, Value.Bytes.ofText(""), Value.Bytes.ofText(""), PORT),
        list(NODE, IPV4, IPV6, Value.nil()),
        list(NODE, IPV4, IPV6, new Value.Int(0)),
        list(NODE, IPV4, IPV6, new Value.Int(-1)),
        list(NODE, IPV4, IPV6, new Value.Int(65_536)),
        list(NODE, IPV4, IPV6, new Value.Int(1L << 32 | 80)),
        list(NODE, IPV4, IPV6, Value.Bytes.ofText("80")));
  }

  @ParameterizedTest
  @MethodSource("badNodeInfos")
  void badStaticNodeIsRefusedAndPoisonsNothing(Value nodeInfo) {
    int before = neighbours();
    Message reply = hostile.ask(staticNode(nodeInfo).build());

    assertThat(reply.optBool(KeyType.RESULT)).contains(false);
    assertThat(reply.integer(KeyType.STATUS)).isZero();
    assertThat(reply.text(KeyType.REASON)).isNotBlank();
    assertThat(neighbours()).isEqualTo(before);
    assertIgnored();
  }

  @Test
  void staticNodeNeedsADomainThatRuns() {
    Message reply =
        hostile.ask(
            staticNode(list(NODE, IPV4, IPV6, PORT)).put(KeyType.DOMAIN_ID, UNKNOWN).build());

    assertThat(reply.optBool(KeyType.RESULT)).isNotEqualTo(Optional.of(true));
    assertThat(reply.has(KeyType.REASON)).isTrue();
  }

  private int neighbours() {
    byte[] list =
        hostile
            .ask(Requests.of(Command.REQUEST_GET_NEIGHBORLIST).build())
            .bytes(KeyType.NEIGHBOR_LIST);
    return ByteBuffer.wrap(list).getInt();
  }

  @Test
  void neighbourListOfAnUnknownDomainHasTheStatusFalse() {
    for (Value domain : List.of(Value.nil(), new Value.Bytes(UNKNOWN.toByteArray()))) {
      Message reply =
          hostile.ask(
              Requests.of(Command.REQUEST_GET_NEIGHBORLIST).put(KeyType.DOMAIN_ID, domain).build());
      assertThat(reply.get(KeyType.STATUS)).isEqualTo(new Value.Bool(false));
      assertThat(reply.text(KeyType.REASON)).isEqualTo(Reasons.NO_SUCH_DOMAIN);
      assertThat(reply.has(KeyType.NEIGHBOR_LIST)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Command.class,
      names = {"REQUEST_GET_USERS", "REQUEST_GET_FORWARDING_LIST", "REQUEST_GET_NOTIFICATION_LIST"})
  void listOfAnUnknownDomainIsEmptyAndOfNoneAnError(Command command) {
    Message unknown = hostile.ask(Requests.of(command).put(KeyType.DOMAIN_ID, UNKNOWN).build());
    assertThat(unknown.integer(KeyType.STATUS)).isZero();
    assertThat(unknown.fields().values()).contains(new Value.Bytes(new byte[2]));

    Message none = hostile.ask(Requests.of(command).putNil(KeyType.DOMAIN_ID).build());
    assertThat(none.integer(KeyType.STATUS)).isEqualTo(-1);
  }

  static Stream<Message> badPings() {
    Message good =
        Requests.of(Command.DOMAIN_PING)
            .remove(KeyType.QUERY_ID)
            .put(KeyType.IPV4_ADDRESS, "127.0.0.1")
            .put(KeyType.PORT_NUMBER, 9)
            .build();
    return Stream.of(
        good.toBuilder().remove(KeyType.PORT_NUMBER).build(),
        good.toBuilder().put(KeyType.PORT_NUMBER, 0).build(),
        good.toBuilder().put(KeyType.PORT_NUMBER, 65_536).build(),
        good.toBuilder().put(KeyType.PORT_NUMBER, "9").build(),
        good.toBuilder().remove(KeyType.IPV4_ADDRESS).build(),
        good.toBuilder().put(KeyType.IPV4_ADDRESS, "nonsense").build(),
        good.toBuilder().put(KeyType.IPV6_ADDRESS, "nonsense").build(),
        good.toBuilder().put(KeyType.IPV4_ADDRESS, new byte[70_000]).build(),
        good.toBuilder().putNil(KeyType.DOMAIN_ID).build(),
        good.toBuilder().put(KeyType.DOMAIN_ID, UNKNOWN).build());
  }

  @ParameterizedTest
  @MethodSource("badPings")
  void badPingIsDropped(Message ping) {
    hostile.send(ping);

    assertIgnored();
    assertThat(neighbours()).isEqualTo(1);
  }

  @Test
  void manyPingsAndKeyUpdatesAndRepairsHoldUpNobody() {
    byte[] id = new byte[32];
    for (int i = 0; i < FLOOD; i++) {
      id = id.clone();
      id[0] = (byte) i;
      id[1] = (byte) (i >> 8);
      hostile.send(
          Requests.of(Command.DOMAIN_PING)
              .put(KeyType.IPV4_ADDRESS, "127.0.0.1")
              .put(KeyType.PORT_NUMBER, 1 + i)
              .build());
      hostile.send(Requests.of(Command.NOTIFY_DOMAIN_KEY_UPDATE).build());
      hostile.send(Requests.of(Command.REQUEST_REPAIR).put(KeyType.TRANSACTION_ID, id).build());
    }

    assertIgnored();
  }
}
