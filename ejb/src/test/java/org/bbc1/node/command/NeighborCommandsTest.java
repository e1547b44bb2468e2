package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.message.AdminSignature;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.node.Requests;
import org.bbc1.node.TestNode;
import org.bbc1.node.stats.Counter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SET_STATIC_NODE and GET_NEIGHBORLIST (client-protocol 10.3, 10.10). */
class NeighborCommandsTest extends NodeTestBase {

  private static final NodeId OTHER = NodeId.fromHex("aa".repeat(32));
  private static final DomainId UNKNOWN = DomainId.fromHex("0f".repeat(32));
  private static final int ENTRY = 63;

  private static Value bytes(String text) {
    return Value.Bytes.ofText(text);
  }

  private static Value nodeInfo(Value... items) {
    return new Value.ListValue(List.of(items));
  }

  private static Value nodeInfo(NodeId node, String ipv4, String ipv6, long port) {
    return nodeInfo(
        new Value.Bytes(node.toByteArray()), bytes(ipv4), bytes(ipv6), new Value.Int(port));
  }

  private static Message setStaticNode(DomainId domain, Value nodeInfo) {
    return Requests.of(Command.REQUEST_SET_STATIC_NODE, domain)
        .put(KeyType.NODE_INFO, nodeInfo)
        .build();
  }

  private Message add(NodeId id, String ipv4, String ipv6, int port) {
    return node.ask(setStaticNode(Requests.DOMAIN, nodeInfo(id, ipv4, ipv6, port)));
  }

  private byte[] neighborList() {
    Message reply = node.ask(Requests.of(Command.REQUEST_GET_NEIGHBORLIST).build());
    Replies.assertSuccess(reply);
    Replies.assertDirect(reply);
    return reply.bytes(KeyType.NEIGHBOR_LIST);
  }

  private static ByteBuffer entry(byte[] list, int index) {
    return ByteBuffer.wrap(Arrays.copyOfRange(list, 4 + index * ENTRY, 4 + (index + 1) * ENTRY));
  }

  private NodeId ownId() {
    return node.services().domains().require(Requests.DOMAIN).nodeId();
  }

  private void restart(TestNode.Setup setup) {
    node.close();
    node = setup.start();
  }

  @Test
  void theListBeginsWithTheNodeItself() {
    restart(
        TestNode.in(folder)
            .set("bbc1.ip4addr", "192.0.2.7")
            .set("bbc1.ip6addr", "2001:db8::7")
            .set("bbc1.p2p.port", String.valueOf(0x4103)));

    byte[] list = neighborList();

    assertThat(list).hasSize(4 + ENTRY).startsWith(0, 0, 0, 1);
    byte[] self = entry(list, 0).array();
    assertThat(Arrays.copyOf(self, 32)).isEqualTo(ownId().toByteArray());
    assertThat(Arrays.copyOfRange(self, 32, 36)).containsExactly(192, 0, 2, 7);
    assertThat(Arrays.copyOfRange(self, 36, 52))
        .containsExactly(0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7);
    assertThat(Arrays.copyOfRange(self, 52, 54)).containsExactly(0x03, 0x41);
    assertThat(self[54]).isZero();
    assertThat(entry(list, 0).getLong(55))
        .isEqualTo(node.time().clock().instant().getEpochSecond());
  }

  @Test
  void aNodeOfDomainGlobal0SaysSo() {
    restart(TestNode.in(folder).set("bbc1.domain0", "true"));

    assertThat(entry(neighborList(), 0).get(54)).isEqualTo((byte) 1);
  }

  @Test
  void aStaticNodeIsListedAndComesBackAfterARestart() throws IOException {
    Message reply = add(OTHER, "127.0.0.1", "::", 16690);

    Replies.assertSuccess(reply);
    Replies.assertDirect(reply);
    assertThat(reply.optBool(KeyType.RESULT)).contains(true);
    assertThat(reply.id(KeyType.DOMAIN_ID, DomainId::of)).isEqualTo(Requests.DOMAIN);
    assertListsOther();
    assertThat(node.services().statistics().get(Counter.NETWORK_NEIGHBOR_NODES)).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("config.json")))
        .contains("\"" + OTHER.toHex() + "\": [");

    restart(TestNode.in(folder));

    assertListsOther();
    assertThat(node.services().statistics().get(Counter.NETWORK_NEIGHBOR_NODES)).isEqualTo(1);
  }

  private void assertListsOther() {
    byte[] list = neighborList();
    assertThat(list).hasSize(4 + 2 * ENTRY).startsWith(0, 0, 0, 2);
    ByteBuffer other = entry(list, 1);
    assertThat(Arrays.copyOf(other.array(), 32)).isEqualTo(OTHER.toByteArray());
    assertThat(other.getInt(32)).isEqualTo(0x7f000001);
    assertThat(Arrays.copyOfRange(other.array(), 36, 52)).containsOnly(0);
    assertThat(other.order(ByteOrder.LITTLE_ENDIAN).getShort(52)).isEqualTo((short) 16690);
  }

  @Test
  void namingItAgainReplacesItsAddress() {
    add(OTHER, "127.0.0.1", "::", 16690);
    add(OTHER, "192.0.2.1", "", 16691);

    byte[] list = neighborList();

    assertThat(list).startsWith(0, 0, 0, 2);
    assertThat(entry(list, 1).getInt(32)).isEqualTo(0xc0000201);
  }

  @Test
  void theNodeItselfIsNoNeighbour() {
    Message reply = add(ownId(), "127.0.0.1", "::", 16690);

    assertThat(reply.optBool(KeyType.RESULT)).contains(true);
    assertThat(neighborList()).startsWith(0, 0, 0, 1);
  }

  @Test
  void staticNodesAreForgottenWithTheirDomain() {
    add(OTHER, "127.0.0.1", "::", 16690);
    node.ask(Requests.close(Requests.DOMAIN));
    assertThat(node.services().statistics().get(Counter.NETWORK_NEIGHBOR_NODES)).isZero();

    node.ask(Requests.setUp(Requests.DOMAIN));

    assertThat(neighborList()).startsWith(0, 0, 0, 1);
  }

  static Stream<Value> unusable() {
    Value id = new Value.Bytes(OTHER.toByteArray());
    Value ipv4 = bytes("127.0.0.1");
    Value port = new Value.Int(6641);
    return Stream.of(
        Value.nil(),
        bytes("no list"),
        nodeInfo(),
        nodeInfo(id, ipv4, bytes("::")),
        nodeInfo(id, ipv4, bytes("::"), port, port),
        nodeInfo(new Value.Bytes(new byte[31]), ipv4, bytes("::"), port),
        nodeInfo(Value.nil(), ipv4, bytes("::"), port),
        nodeInfo(id, bytes("localhost"), bytes("::"), port),
        nodeInfo(id, bytes("127.0.0.1; rm"), bytes("::"), port),
        nodeInfo(id, new Value.Int(1), bytes("::"), port),
        nodeInfo(id, Value.nil(), Value.nil(), port),
        nodeInfo(id, bytes("0.0.0.0"), bytes("::"), port),
        nodeInfo(id, ipv4, bytes("::"), Value.nil()),
        nodeInfo(id, ipv4, bytes("::"), bytes("6641")),
        nodeInfo(id, ipv4, bytes("::"), new Value.Int(0)),
        nodeInfo(id, ipv4, bytes("::"), new Value.Int(65_536)),
        nodeInfo(id, ipv4, bytes("::"), Value.Int.ofUnsigned(-1)),
        nodeInfo(id, ipv4, new Value.Bytes(new byte[100_000]), port));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void whatIsUnusableIsRefusedWithAReasonAndPoisonsNothing(Value nodeInfo) throws IOException {
    String before = Files.readString(folder.resolve("config.json"));

    Message reply = node.ask(setStaticNode(Requests.DOMAIN, nodeInfo));

    assertRefused(reply);
    assertThat(neighborList()).startsWith(0, 0, 0, 1);
    assertThat(folder.resolve("config.json")).content(StandardCharsets.UTF_8).isEqualTo(before);
  }

  private static void assertRefused(Message reply) {
    assertThat(reply.integer(KeyType.STATUS)).isZero();
    assertThat(reply.optBool(KeyType.RESULT)).contains(false);
    assertThat(reply.text(KeyType.REASON)).isNotBlank();
  }

  @Test
  void withoutNodeInfoOrDomainItIsRefusedWithAReason() {
    assertRefused(node.ask(Requests.of(Command.REQUEST_SET_STATIC_NODE).build()));
    for (DomainId domain : new DomainId[] {UNKNOWN, null}) {
      Message reply = node.ask(setStaticNode(domain, nodeInfo(OTHER, "127.0.0.1", "::", 1)));
      assertRefused(reply);
      assertThat(reply.text(KeyType.REASON)).isEqualTo("No such domain");
    }
  }

  @Test
  void staticNodesOfADomainAreBounded() {
    restart(TestNode.in(folder).set("bbc1.network.max-static-nodes", "1"));
    add(OTHER, "127.0.0.1", "::", 16690);

    Message reply = add(NodeId.fromHex("bb".repeat(32)), "127.0.0.1", "::", 16691);

    assertRefused(reply);
    assertThat(reply.text(KeyType.REASON)).isEqualTo("Too many static nodes");
    assertThat(add(OTHER, "127.0.0.2", "::", 16690).optBool(KeyType.RESULT)).contains(true);
    assertThat(neighborList()).startsWith(0, 0, 0, 2);
  }

  @Test
  void ofAnUnknownDomainThereIsNoListAndTheStatusIsFalse() {
    for (DomainId domain : new DomainId[] {UNKNOWN, null}) {
      Message reply = node.ask(Requests.of(Command.REQUEST_GET_NEIGHBORLIST, domain).build());

      assertThat(reply.get(KeyType.STATUS)).isEqualTo(new Value.Bool(false));
      assertThat(reply.text(KeyType.REASON)).isEqualTo("No such domain");
      assertThat(reply.has(KeyType.NEIGHBOR_LIST)).isFalse();
    }
  }

  @Test
  void withANodeKeyOnlySignedNodeInfoCounts() throws IOException {
    restart(TestNode.in(folder).withNodeKey());
    try (KeyPair key = KeyPair.fromPem(Files.readString(folder.resolve(NodeKey.FILE_NAME)))) {
      Message unsigned = setStaticNode(Requests.DOMAIN, nodeInfo(OTHER, "127.0.0.1", "::", 1));

      Message reply =
          node.ask(AdminSignature.attach(unsigned, key, Requests.adminFields().build()));

      assertRefused(reply);
      Message info =
          Message.builder()
              .put(KeyType.NODE_INFO, nodeInfo(OTHER, "127.0.0.1", "::", 16690))
              .build();
      Message signed =
          AdminSignature.attach(Requests.of(Command.REQUEST_SET_STATIC_NODE).build(), key, info);
      for (int time = 0; time < 2; time++) {
        assertThat(node.ask(signed).optBool(KeyType.RESULT)).contains(true);
      }
    }
  }
}
