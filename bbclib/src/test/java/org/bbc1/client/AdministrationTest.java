package org.bbc1.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.bbc1.client.ClientFixtures.DOMAIN;
import static org.bbc1.client.ClientFixtures.GROUP;
import static org.bbc1.client.ClientFixtures.USER;
import static org.bbc1.client.ClientFixtures.answering;
import static org.bbc1.client.ClientFixtures.filled;
import static org.bbc1.client.ScriptedNode.reply;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.message.AdminSignature;
import org.bbc1.message.Command;
import org.bbc1.message.Dialect;
import org.bbc1.message.Frames;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.PayloadType;
import org.bbc1.message.Reasons;
import org.bbc1.message.TlvCodec;
import org.bbc1.message.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AdministrationTest {

  private static final NodeId NODE = NodeId.of(filled(32, 5));
  private static final KeyPair NODE_KEY = KeyPair.generate(Curve.P256);

  private static byte[] group(byte[] key, byte[] member) {
    return ByteBuffer.allocate(2 + 32 + 2 + 32)
        .putShort((short) 1)
        .put(key)
        .putShort((short) 1)
        .put(member)
        .array();
  }

  /** What a command sends, by a client with node key or without. */
  private static Message sentBy(boolean signed, Consumer<Administration> command) throws Exception {
    BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    ScriptedNode.Script script =
        peer -> {
          Message request = peer.receive();
          received.add(request);
          if (request.commandNumber().orElseThrow() != Command.DOMAIN_PING.number()) {
            peer.send(reply(request).build());
          }
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config().withNodeKey(signed ? NODE_KEY : null))) {
      command.accept(client.administration());
      return received.take();
    }
  }

  private static Message signedPart(Message request) throws Exception {
    byte[] adminInfo = request.bytes(KeyType.ADMIN_INFO);
    assertThat(AdminSignature.verify(adminInfo, request.bytes(KeyType.NODEKEY_SIGNATURE), NODE_KEY))
        .isTrue();
    return TlvCodec.decode(adminInfo);
  }

  @Test
  void listsAreAskedForTheDomainAndRead() throws Exception {
    ScriptedNode.Script script =
        answering(
            request -> {
              assertThat(request.id(KeyType.DOMAIN_ID, DomainId::of)).isEqualTo(DOMAIN);
              assertThat(request.bytes(KeyType.RANDOM)).hasSize(32);
              Message.Builder reply = reply(request);
              return switch (request.commandNumber().orElseThrow()) {
                case 23 ->
                    reply.put(
                        KeyType.USER_LIST,
                        ByteBuffer.allocate(34)
                            .putShort((short) 1)
                            .put(USER.toByteArray())
                            .array());
                case 25 ->
                    reply.put(
                        KeyType.FORWARDING_LIST, group(USER.toByteArray(), NODE.toByteArray()));
                case 29 ->
                    reply.put(
                        KeyType.NOTIFICATION_LIST, group(GROUP.toByteArray(), USER.toByteArray()));
                default -> reply.put(KeyType.NEIGHBOR_LIST, new byte[4]);
              };
            });
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      Administration administration = client.administration();

      assertThat(administration.users(DOMAIN)).containsExactly(USER);
      assertThat(administration.forwardingList(DOMAIN)).containsEntry(USER, List.of(NODE));
      assertThat(administration.notificationList(DOMAIN)).containsEntry(GROUP, List.of(USER));
      assertThat(administration.neighbours(DOMAIN)).isEmpty();
    }
  }

  @Test
  void unknownDomainOfTheNeighbourListIsAnErrorThoughItsStatusIsFalse() throws Exception {
    ScriptedNode.Script script =
        answering(
            request ->
                reply(request)
                    .put(KeyType.STATUS, false)
                    .put(KeyType.REASON, Reasons.NO_SUCH_DOMAIN));
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      assertThatExceptionOfType(ErrorReplyException.class)
          .isThrownBy(() -> client.administration().neighbours(DOMAIN))
          .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reasons.NO_SUCH_DOMAIN));
    }
  }

  @Test
  void answersOfTheRawDialectAreUnderstood() throws Exception {
    ScriptedNode.Script script =
        peer -> {
          Message request = peer.receive();
          Message reply =
              reply(request)
                  .put(KeyType.STATUS, -1)
                  .put(KeyType.REASON, new Value.Text(new byte[] {'n', 'o', (byte) 0xff}))
                  .build();
          peer.sendRaw(Frames.encode(PayloadType.MSGPACK, MsgPackCodec.encode(reply, Dialect.RAW)));
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      assertThatExceptionOfType(ErrorReplyException.class)
          .isThrownBy(() -> client.administration().users(DOMAIN))
          .satisfies(failure -> assertThat(failure.reason()).isEqualTo("no\ufffd"));
    }
  }

  @Test
  void staticNodeGoesOutAsAListWithNamesForAbsentAddresses() throws Exception {
    NodeAddress address = NodeAddress.ofIpv4("127.0.0.1", 6641);

    for (boolean signed : new boolean[] {false, true}) {
      Message request = sentBy(signed, admin -> admin.setStaticNode(DOMAIN, NODE, address));

      Message fields = signed ? signedPart(request) : request;
      assertThat(request.id(KeyType.DOMAIN_ID, DomainId::of)).isEqualTo(DOMAIN);
      assertThat(fields.get(KeyType.NODE_INFO))
          .isEqualTo(
              new Value.ListValue(
                  List.of(
                      new Value.Bytes(NODE.toByteArray()),
                      Value.Bytes.ofText("127.0.0.1"),
                      Value.Bytes.ofText("::"),
                      new Value.Int(6641))));
      assertThat(fields.has(KeyType.RANDOM)).as("nothing random is signed").isFalse();
    }
  }

  @Test
  void refusedStaticNodeIsReportedWithItsReason() throws Exception {
    ScriptedNode.Script script =
        answering(request -> reply(request).put(KeyType.RESULT, false).put(KeyType.REASON, "why"));
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      assertThat(
              client.administration().setStaticNode(DOMAIN, NODE, NodeAddress.ofIpv6("::1", 6641)))
          .isEqualTo(new DomainChange(false, "why"));
    }
  }

  @Test
  void domainPingNamesOnlyThePresentAddressAndHasNoQueryId() throws Exception {
    Message request =
        sentBy(true, admin -> admin.pingDomain(DOMAIN, new NodeAddress("0.0.0.0", "::1", 6641)));

    Message fields = signedPart(request);
    assertThat(request.has(KeyType.QUERY_ID)).isFalse();
    assertThat(fields.has(KeyType.IPV4_ADDRESS)).isFalse();
    assertThat(fields.text(KeyType.IPV6_ADDRESS)).isEqualTo("::1");
    assertThat(fields.integer(KeyType.PORT_NUMBER)).isEqualTo(6641);
    assertThat(fields.optBool(KeyType.STATIC_ENTRY)).contains(true);
  }

  @Test
  void keyUpdateCarriesAQueryIdThoughNothingAnswersIt() throws Exception {
    Message request = sentBy(true, admin -> admin.updateDomainKey(DOMAIN));

    assertThat(request.commandNumber()).hasValue(Command.NOTIFY_DOMAIN_KEY_UPDATE.number());
    assertThat(request.has(KeyType.QUERY_ID)).isTrue();
    assertThat(signedPart(request).bytes(KeyType.RANDOM)).hasSize(32);
  }

  @Test
  void ledgerSubsystemIsSwitchedBySignedFields() throws Exception {
    Message request = sentBy(true, admin -> admin.setLedgerSubsystem(DOMAIN, true));

    assertThat(request.has(KeyType.LEDGER_SUBSYS_MANIP)).isFalse();
    assertThat(signedPart(request).optBool(KeyType.LEDGER_SUBSYS_MANIP)).contains(true);
  }

  @Test
  void nodeAddressNeedsAnAddressAndAPort() {
    assertThatIllegalArgumentException().isThrownBy(() -> new NodeAddress("0.0.0.0", "", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new NodeAddress(null, "::", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> NodeAddress.ofIpv4("127.0.0.1", 0));
    assertThatIllegalArgumentException().isThrownBy(() -> NodeAddress.ofIpv4("127.0.0.1", 0x10000));
  }
}
