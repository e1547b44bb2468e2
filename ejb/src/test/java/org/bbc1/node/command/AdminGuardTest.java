package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.error.StatusCode;
import org.bbc1.id.DomainId;
import org.bbc1.message.AdminSignature;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.node.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminGuardTest {

  private static final DomainId OTHER = DomainId.fromHex("77".repeat(32));

  @TempDir Path folder;
  private KeyPair key;
  private AdminGuard guard;

  @BeforeEach
  void setUp() throws IOException {
    NodeKey nodeKey = NodeKey.loadOrCreate(folder);
    key = KeyPair.fromPem(Files.readString(folder.resolve(NodeKey.FILE_NAME)));
    guard = new AdminGuard(nodeKey, ReplayMemory.inMemory(100));
  }

  private void assertRefused(Command command, Message message) {
    assertThatThrownBy(() -> guard.admit(command, message))
        .isInstanceOfSatisfying(
            CommandException.class,
            e -> {
              assertThat(e.status()).isEqualTo(StatusCode.EUNAUTHORIZED_COMMAND);
              assertThat(e.reason()).isEqualTo("Illegal access to core node");
            });
  }

  private Message getStats() {
    return Requests.signed(Requests.of(Command.REQUEST_GET_STATS), key);
  }

  @Test
  void goodSignatureAdmitsAndItsFieldsWin() {
    Message message = Requests.signedSetUp(OTHER, key);

    AdminGuard.Admission admission = guard.admit(Command.REQUEST_SETUP_DOMAIN, message);

    assertThat(admission.signed()).isTrue();
    assertThat(admission.message().id(KeyType.DOMAIN_ID, DomainId::of)).isEqualTo(OTHER);
  }

  @Test
  void commandWithoutAdminInfoIsRefused() {
    assertRefused(Command.REQUEST_GET_STATS, Requests.of(Command.REQUEST_GET_STATS).build());
  }

  @Test
  void missingEmptyShortLongAndForeignSignaturesAreRefused() {
    Message good = getStats();
    byte[] signature = good.bytes(KeyType.NODEKEY_SIGNATURE);
    Message.Builder builder = good.toBuilder();

    assertRefused(
        Command.REQUEST_GET_STATS, good.toBuilder().remove(KeyType.NODEKEY_SIGNATURE).build());
    assertRefused(
        Command.REQUEST_GET_STATS, builder.put(KeyType.NODEKEY_SIGNATURE, new byte[0]).build());
    assertRefused(
        Command.REQUEST_GET_STATS,
        builder.put(KeyType.NODEKEY_SIGNATURE, Arrays.copyOf(signature, 63)).build());
    assertRefused(
        Command.REQUEST_GET_STATS,
        builder.put(KeyType.NODEKEY_SIGNATURE, Arrays.copyOf(signature, 65)).build());
    assertRefused(Command.REQUEST_GET_STATS, builder.put(KeyType.NODEKEY_SIGNATURE, 5).build());
    assertRefused(
        Command.REQUEST_GET_STATS,
        Requests.signed(Requests.of(Command.REQUEST_GET_STATS), KeyPair.generate(Curve.P256)));
    guard.admit(Command.REQUEST_GET_STATS, good);
  }

  @Test
  void signatureOverOtherDataIsRefused() {
    assertRefused(
        Command.REQUEST_GET_STATS,
        getStats().toBuilder().put(KeyType.ADMIN_INFO, new byte[] {1, 2, 3}).build());
  }

  @Test
  void secondUseOfTheSameDocumentIsRefused() {
    Message message = getStats();
    guard.admit(Command.REQUEST_GET_STATS, message);

    assertRefused(Command.REQUEST_GET_STATS, message);
  }

  @Test
  void documentRecordedFromAnotherCommandIsRefused() {
    Message setUp = Requests.signedSetUp(OTHER, key);
    guard.admit(Command.REQUEST_SETUP_DOMAIN, setUp);

    assertRefused(
        Command.REQUEST_CLOSE_DOMAIN,
        setUp.toBuilder().put(KeyType.COMMAND, Command.REQUEST_CLOSE_DOMAIN.number()).build());
  }

  @Test
  void documentWithoutRandomPartDoesNotPassForACommandThatNeedsOne() {
    Message nodeInfo = Message.builder().put(KeyType.PORT_NUMBER, 6641).build();
    Message ping = AdminSignature.attach(Requests.of(Command.DOMAIN_PING).build(), key, nodeInfo);

    assertRefused(Command.REQUEST_GET_CONFIG, ping);
  }

  @Test
  void pingMayBeRepeatedByteForByte() {
    Message fields =
        Message.builder()
            .put(KeyType.IPV4_ADDRESS, "127.0.0.1")
            .put(KeyType.PORT_NUMBER, 6641)
            .build();
    Message ping = AdminSignature.attach(Requests.of(Command.DOMAIN_PING).build(), key, fields);

    guard.admit(Command.DOMAIN_PING, ping);

    assertThat(guard.admit(Command.DOMAIN_PING, ping).message().integer(KeyType.PORT_NUMBER))
        .isEqualTo(6641);
  }

  @Test
  void unsignedCopiesOfSecurityRelevantFieldsDoNotCount() {
    Message message =
        Requests.signed(
            Requests.of(Command.REQUEST_SETUP_DOMAIN, OTHER).put(KeyType.BBC_CONFIGURATION, "{}"),
            key);

    Message admitted = guard.admit(Command.REQUEST_SETUP_DOMAIN, message).message();

    assertThat(admitted.has(KeyType.DOMAIN_ID)).isFalse();
    assertThat(admitted.has(KeyType.BBC_CONFIGURATION)).isFalse();
  }

  @Test
  void otherKeysInAdminInfoAreIgnored() {
    Message fields =
        Requests.adminFields()
            .put(KeyType.COMMAND, Command.REQUEST_CLOSE_DOMAIN.number())
            .put(KeyType.SOURCE_USER_ID, new byte[32])
            .put(KeyType.QUERY_ID, new byte[] {9, 9})
            .put(KeyType.DOMAIN_ID, OTHER)
            .build();
    Message request = Requests.of(Command.REQUEST_GET_STATS).build();

    Message admitted =
        guard
            .admit(Command.REQUEST_GET_STATS, AdminSignature.attach(request, key, fields))
            .message();

    assertThat(admitted.commandNumber()).hasValue(Command.REQUEST_GET_STATS.number());
    assertThat(admitted.get(KeyType.SOURCE_USER_ID)).isEqualTo(request.get(KeyType.SOURCE_USER_ID));
    assertThat(admitted.get(KeyType.QUERY_ID)).isEqualTo(request.get(KeyType.QUERY_ID));
    assertThat(admitted.get(KeyType.DOMAIN_ID)).isEqualTo(request.get(KeyType.DOMAIN_ID));
  }

  @Test
  void signedButBrokenDocumentIsMalformed() {
    byte[] broken = {0, 0, 0};
    Message message =
        Requests.of(Command.REQUEST_GET_STATS)
            .put(KeyType.ADMIN_INFO, broken)
            .put(KeyType.NODEKEY_SIGNATURE, key.sign(AdminSignature.digest(broken)))
            .build();

    assertThatThrownBy(() -> guard.admit(Command.REQUEST_GET_STATS, message))
        .isInstanceOfSatisfying(
            CommandException.class,
            e -> assertThat(e.status()).isEqualTo(StatusCode.EINVALID_COMMAND));
  }

  @Test
  void nodeIdNeedsNoSignature() {
    assertThat(
            guard
                .admit(Command.REQUEST_GET_NODEID, Requests.of(Command.REQUEST_GET_NODEID).build())
                .signed())
        .isFalse();
  }

  @Test
  void withoutNodeKeyAdminInfoIsMergedAndItsSignatureIgnored() {
    AdminGuard open = new AdminGuard(null, ReplayMemory.inMemory(1));
    Message message =
        Requests.signedSetUp(OTHER, key).toBuilder()
            .put(KeyType.NODEKEY_SIGNATURE, Value.nil())
            .build();

    AdminGuard.Admission admission = open.admit(Command.REQUEST_SETUP_DOMAIN, message);

    assertThat(admission.signed()).isFalse();
    assertThat(admission.message().id(KeyType.DOMAIN_ID, DomainId::of)).isEqualTo(OTHER);
  }

  @Test
  void fullMemoryForgetsTheOldestOnly() {
    ReplayMemory memory = ReplayMemory.inMemory(2);
    memory.firstUse(new byte[] {1});
    memory.firstUse(new byte[] {2});
    memory.firstUse(new byte[] {3});

    assertThat(memory.firstUse(new byte[] {3})).isFalse();
    assertThat(memory.firstUse(new byte[] {2})).isFalse();
    assertThat(memory.firstUse(new byte[] {1})).isTrue();
  }
}
