package org.bbc1.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;
import org.bbc1.message.AdminSignature;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Reasons;
import org.bbc1.message.Value;
import org.bbc1.node.Requests;
import org.bbc1.node.TestNode;
import org.bbc1.node.command.NodeKey;
import org.bbc1.wire.WireClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who has no node key, or a recorded signature. Source: client-protocol 9, 17. */
class HostileAdministratorTest extends HostileTestBase {

  private static final DomainId FRESH = DomainId.fromHex("f5".repeat(32));
  private static final KeyPair KEY = KeyPair.generate(Curve.P256);

  @Override
  TestNode.Setup setup(TestNode.Setup setup) {
    return setup.withNodeKey();
  }

  @Override
  void prepare(Path folder) {
    try {
      Files.writeString(folder.resolve(NodeKey.FILE_NAME), KEY.privateKeyPem());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  void setUpDomain() {
    try (WireClient client = WireClient.connect(node.tcpPort())) {
      client.ask(Requests.signedSetUp(Requests.DOMAIN, KEY));
    }
  }

  static Stream<Command> answeredAdminCommands() {
    return Arrays.stream(Command.values())
        .filter(command -> command.admin() && command.response() != null)
        .filter(command -> command != Command.REQUEST_GET_NODEID);
  }

  @ParameterizedTest
  @MethodSource("answeredAdminCommands")
  void unsignedCommandIsRefused(Command command) {
    assertRefused(Requests.of(command).build());
  }

  @ParameterizedTest
  @MethodSource("answeredAdminCommands")
  void commandSignedWithAnotherKeyIsRefused(Command command) {
    assertRefused(Requests.signed(Requests.of(command), KeyPair.generate(Curve.P256)));
  }

  @ParameterizedTest
  @MethodSource("answeredAdminCommands")
  void recordedSignatureAuthorizesNoOtherCommand(Command command) {
    Message recorded = Requests.signed(Requests.of(Command.REQUEST_GET_STATS), KEY);
    assertThat(hostile.ask(recorded).integer(KeyType.STATUS)).isZero();

    Message replayed =
        Requests.of(command)
            .putIfPresent(KeyType.ADMIN_INFO, recorded.get(KeyType.ADMIN_INFO))
            .putIfPresent(KeyType.NODEKEY_SIGNATURE, recorded.get(KeyType.NODEKEY_SIGNATURE))
            .putNil(KeyType.NODE_INFO)
            .put(KeyType.LEDGER_SUBSYS_MANIP, true)
            .build();
    Message reply = hostile.ask(replayed);

    // SET_STATIC_NODE has no random part to remember; its fields must come from the signed data
    assertThat(
            reply.integer(KeyType.STATUS) < 0
                || reply.optBool(KeyType.RESULT).equals(Optional.of(false)))
        .as("%s", reply.fields())
        .isTrue();
  }

  @Test
  void noUnsignedFieldActs() {
    Message unsignedDomain = Requests.signed(Requests.of(Command.REQUEST_SETUP_DOMAIN, FRESH), KEY);
    assertThat(hostile.ask(unsignedDomain).integer(KeyType.STATUS)).isNegative();

    Message unsignedClose =
        Requests.signed(Requests.of(Command.REQUEST_CLOSE_DOMAIN, Requests.DOMAIN), KEY);
    hostile.ask(unsignedClose);
    assertThat(running()).contains(Requests.DOMAIN).doesNotContain(FRESH);
  }

  @Test
  void noOtherFieldOfTheSignedDataActs() {
    Message admin =
        Requests.adminFields()
            .put(KeyType.COMMAND, Command.REQUEST_CLOSE_DOMAIN.number())
            .put(KeyType.DOMAIN_ID, Requests.DOMAIN)
            .put(KeyType.SOURCE_USER_ID, UserId.fromHex("99".repeat(32)))
            .put(KeyType.QUERY_ID, new byte[] {9, 9, 9})
            .build();
    Message request =
        AdminSignature.attach(Requests.of(Command.REQUEST_GET_STATS).build(), KEY, admin);

    Message reply = hostile.ask(request);
    assertThat(reply.commandNumber()).hasValue(Command.RESPONSE_GET_STATS.number());
    assertThat(reply.get(KeyType.DESTINATION_USER_ID))
        .isEqualTo(new Value.Bytes(Requests.USER.toByteArray()));
    assertThat(running()).contains(Requests.DOMAIN);
  }

  private List<DomainId> running() {
    return List.of(Requests.DOMAIN, FRESH).stream()
        .filter(domain -> node.node().services().domains().find(domain).isPresent())
        .toList();
  }

  @Test
  void sameSignedDataCountsOnce() {
    Message request = Requests.signed(Requests.of(Command.REQUEST_GET_STATS), KEY);
    assertThat(hostile.ask(request).integer(KeyType.STATUS)).isZero();

    assertRefused(request);
  }

  @Test
  void signatureOfAnotherFormIsRefused() {
    Message good = Requests.signed(Requests.of(Command.REQUEST_GET_STATS), KEY);
    byte[] signature = good.bytes(KeyType.NODEKEY_SIGNATURE);
    byte[] padded =
        ByteBuffer.allocate(66)
            .put((byte) 0)
            .put(signature, 0, 32)
            .put((byte) 0)
            .put(signature, 32, 32)
            .array();
    for (Value value :
        List.of(
            Value.nil(),
            new Value.Int(1),
            new Value.Bytes(new byte[0]),
            new Value.Bytes(new byte[64]),
            new Value.Bytes(Arrays.copyOf(signature, 63)),
            new Value.Bytes(Arrays.copyOf(signature, 65)),
            new Value.Bytes(padded),
            new Value.ListValue(List.of(new Value.Bytes(signature))))) {
      assertRefused(good.toBuilder().put(KeyType.NODEKEY_SIGNATURE, value).build());
    }
    assertRefused(good.toBuilder().remove(KeyType.NODEKEY_SIGNATURE).build());
    assertThat(hostile.ask(good).integer(KeyType.STATUS)).isZero();
  }

  @Test
  void signedDataThatDoesNotParseIsRefused() {
    Message good = Requests.signed(Requests.of(Command.REQUEST_GET_STATS), KEY);
    byte[] whole = good.bytes(KeyType.ADMIN_INFO);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      Message reply =
          hostile.ask(
              good.toBuilder()
                  .put(KeyType.ADMIN_INFO, cut)
                  .put(KeyType.NODEKEY_SIGNATURE, KEY.sign(AdminSignature.digest(cut)))
                  .build());
      assertThat(reply.integer(KeyType.STATUS)).as("%d bytes", length).isNegative();
    }
    assertRefused(good.toBuilder().put(KeyType.ADMIN_INFO, 5).build());
    assertRefused(good.toBuilder().putNil(KeyType.ADMIN_INFO).build());
    assertOthersServed();
  }

  @Test
  void nodeIdIsToldWithoutASignature() {
    assertThat(hostile.ask(probe()).has(KeyType.NODE_ID)).isTrue();
  }

  @Test
  void silentCommandsWithoutASignatureAreDropped() {
    hostile.send(
        Requests.of(Command.DOMAIN_PING)
            .put(KeyType.IPV4_ADDRESS, "127.0.0.1")
            .put(KeyType.PORT_NUMBER, 9)
            .build());
    hostile.send(Requests.of(Command.NOTIFY_DOMAIN_KEY_UPDATE).build());

    assertIgnored();
  }

  @Test
  void faultySetUpLeavesNoTrace() {
    for (String configuration :
        List.of("", "[]", "7", "{", "nonsense", "{\"db\": {\"db_type\": \"sqlite\"}, \"db\": 5}")) {
      Message admin =
          Requests.adminFields()
              .put(KeyType.DOMAIN_ID, FRESH)
              .put(KeyType.BBC_CONFIGURATION, configuration)
              .build();
      Message reply =
          hostile.ask(
              AdminSignature.attach(
                  Requests.of(Command.REQUEST_SETUP_DOMAIN, null).build(), KEY, admin));
      assertThat(reply.integer(KeyType.STATUS)).as(configuration).isEqualTo(-1);
      assertThat(running()).as(configuration).doesNotContain(FRESH);
    }
  }

  private void assertRefused(Message request) {
    Message reply = hostile.ask(request);
    assertThat(reply.integer(KeyType.STATUS)).isEqualTo(-3);
    assertThat(reply.text(KeyType.REASON)).isEqualTo(Reasons.ILLEGAL_ACCESS);
    assertOthersServed();
  }
}
