package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bbc1.crypto.KeyPair;
import org.bbc1.crypto.PublicKey;
import org.bbc1.id.DomainId;
import org.bbc1.ledgersubsystem.AnchorEvidence;
import org.bbc1.message.AdminSignature;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.node.Requests;
import org.bbc1.node.TestNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MANIP_LEDGER_SUBSYS, REGISTER_HASH and VERIFY_HASH (client-protocol 10.5, 11.9). */
class LedgerSubsystemCommandsTest {

  private static final DomainId WITH = Requests.DOMAIN;
  private static final DomainId WITHOUT = DomainId.fromHex("02".repeat(32));
  private static final DomainId UNKNOWN = DomainId.fromHex("03".repeat(32));
  private static final String SECTION =
      "{\"use_ledger_subsystem\": true,"
          + " \"ledger_subsystem\": {\"max_transactions\": 4, \"max_seconds\": 60}}";

  @TempDir Path folder;
  private TestNode node;

  @BeforeEach
  void startNode() {
    node = TestNode.in(folder).start();
    node.ask(Requests.setUp(WITH, SECTION));
    node.ask(Requests.setUp(WITHOUT));
  }

  @AfterEach
  void stopNode() {
    node.close();
  }

  private static Message manipulate(DomainId domain, boolean enable) {
    return Requests.of(Command.REQUEST_MANIP_LEDGER_SUBSYS, domain)
        .put(KeyType.LEDGER_SUBSYS_MANIP, enable)
        .build();
  }

  private static Message register(DomainId domain, byte[] digest) {
    return Requests.of(Command.REQUEST_REGISTER_HASH_IN_SUBSYS, domain)
        .putNil(KeyType.ASSET_GROUP_ID)
        .put(KeyType.TRANSACTION_ID, digest)
        .build();
  }

  private static Message verify(DomainId domain, byte[] digest) {
    return Requests.of(Command.REQUEST_VERIFY_HASH_IN_SUBSYS, domain)
        .put(KeyType.TRANSACTION_ID, digest)
        .build();
  }

  private static byte[] digest(int number) {
    byte[] digest = new byte[32];
    digest[31] = (byte) number;
    return digest;
  }

  private static Value.MapValue answerOf(Message reply) {
    Replies.assertSuccess(reply);
    Replies.assertRouted(reply);
    return (Value.MapValue) reply.get(KeyType.MERKLE_TREE);
  }

  private static Map<String, Value> fields(Value answer) {
    Map<String, Value> fields = new HashMap<>();
    ((Value.MapValue) answer).entries().forEach((name, value) -> fields.put(text(name), value));
    return fields;
  }

  private static String text(Value value) {
    return new Value.Text(((Value.Bytes) value).value()).string();
  }

  private static String stateOf(TestNode asked, byte[] digest) {
    return text(fields(answerOf(asked.ask(verify(WITH, digest)))).get("state"));
  }

  /** Anchoring goes on beside the answers; asks until it is done. */
  private static Value.MapValue anchored(TestNode asked, byte[] digest) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!stateOf(asked, digest).equals("anchored")) {
      assertThat(System.nanoTime()).as("anchored within 30 s").isLessThan(end);
      Thread.onSpinWait();
    }
    return answerOf(asked.ask(verify(WITH, digest)));
  }

  private static PublicKey publicKey(Path folder) throws IOException {
    return KeyPair.fromPem(Files.readString(folder.resolve(NodeKey.FILE_NAME))).publicPart();
  }

  @Test
  void registeredDigestsAreProvedOfflineByAnswerAndPublicKey() throws IOException {
    Message enabled = node.ask(manipulate(WITH, true));
    Replies.assertSuccess(enabled);
    Replies.assertDirect(enabled);
    for (int i = 0; i < 4; i++) {
      Message reply = node.ask(register(WITH, digest(i)));
      Replies.assertSuccess(reply);
      Replies.assertRouted(reply);
    }

    for (int i = 0; i < 4; i++) {
      AnchorEvidence evidence = AnchorEvidence.read(anchored(node, digest(i))).orElseThrow();
      assertThat(evidence.check(WITH, digest(i), publicKey(folder))).isEmpty();
    }
  }

  @Test
  void answerHasTheFormOfTheReference() {
    node.ask(manipulate(WITH, true));
    for (int i = 0; i < 4; i++) {
      node.ask(register(WITH, digest(i)));
    }

    Map<String, Value> answer = fields(anchored(node, digest(2)));

    assertThat(answer).containsOnlyKeys("result", "spec", "subtree", "state", "receipts");
    assertThat(answer.get("result")).isEqualTo(new Value.Bool(true));
    Map<String, Value> spec = fields(answer.get("spec"));
    assertThat(spec)
        .containsOnlyKeys("subsystem", "network", "contract", "contract_address", "block");
    assertThat(text(spec.get("subsystem"))).isEqualTo("signed_tree_head");
    assertThat(spec.get("block")).isEqualTo(new Value.Int(1));
    List<Value> subtree = ((Value.ListValue) answer.get("subtree")).items();
    assertThat(subtree).hasSize(2);
    assertThat(fields(subtree.get(0))).containsOnlyKeys("position", "digest");
    assertThat(text(fields(subtree.get(0)).get("position"))).isEqualTo("right");
    assertThat(text(fields(subtree.get(0)).get("digest"))).isEqualTo("00".repeat(31) + "03");
    assertThat(text(fields(subtree.get(1)).get("position"))).isEqualTo("left");
  }

  @Test
  void pendingAndUnknownAreToldApartAndBothNoForOldClients() {
    node.ask(manipulate(WITH, true));
    node.ask(register(WITH, digest(1)));

    Map<String, Value> pending = fields(answerOf(node.ask(verify(WITH, digest(1)))));
    Map<String, Value> unknown = fields(answerOf(node.ask(verify(WITH, digest(2)))));

    assertThat(pending).containsOnlyKeys("result", "state");
    assertThat(pending.get("result")).isEqualTo(new Value.Bool(false));
    assertThat(text(pending.get("state"))).isEqualTo("pending");
    assertThat(unknown.get("result")).isEqualTo(new Value.Bool(false));
    assertThat(text(unknown.get("state"))).isEqualTo("unknown");
  }

  @Test
  void lonelyDigestIsAnchoredWhenItsTimeIsOver() {
    node.ask(manipulate(WITH, true));
    node.ask(register(WITH, digest(1)));

    node.time().advance(Duration.ofSeconds(61));

    assertThat(fields(anchored(node, digest(1)))).containsKey("receipts");
  }

  @Test
  void switchedOffRefusesDigestsAndKnowsNothing() {
    Message refused = node.ask(register(WITH, digest(1)));
    Replies.assertFailure(refused, -4, "Ledger_subsystem is not activated");
    Replies.assertRouted(refused);
    assertThat(answerOf(node.ask(verify(WITH, digest(1)))).entries()).isEmpty();

    node.ask(manipulate(WITH, true));
    Replies.assertSuccess(node.ask(register(WITH, digest(1))));
    node.ask(manipulate(WITH, false));

    assertThat(answerOf(node.ask(verify(WITH, digest(1)))).entries()).isEmpty();
    Replies.assertFailure(
        node.ask(register(WITH, digest(2))), -4, "Ledger_subsystem is not activated");
  }

  @Test
  void domainWithoutSubsystemSaysSo() {
    Message manipulated = node.ask(manipulate(WITHOUT, true));
    Replies.assertFailure(manipulated, -4, "Ledger_subsystem is not installed");
    Replies.assertDirect(manipulated);
    for (Message request : List.of(register(WITHOUT, digest(1)), verify(WITHOUT, digest(1)))) {
      Message reply = node.ask(request);
      Replies.assertFailure(reply, -4, "Ledger_subsystem is not activated");
      Replies.assertRouted(reply);
    }
  }

  @Test
  void unknownOrNilDomainIsNoSuchDomain() {
    for (DomainId domain : new DomainId[] {UNKNOWN, null}) {
      Replies.assertFailure(node.ask(manipulate(domain, true)), -1, "No such domain");
      Replies.assertFailure(node.ask(register(domain, digest(1))), -1, "No such domain");
      Replies.assertFailure(node.ask(verify(domain, digest(1))), -1, "No such domain");
    }
  }

  @Test
  void missingNilOrIllTypedFieldsAreMalformed() {
    node.ask(manipulate(WITH, true));
    Message manipulate = manipulate(WITH, true);
    Message register = register(WITH, digest(1));
    Message verify = verify(WITH, digest(1));
    Stream.of(
            manipulate.toBuilder().remove(KeyType.LEDGER_SUBSYS_MANIP),
            manipulate.toBuilder().putNil(KeyType.LEDGER_SUBSYS_MANIP),
            manipulate.toBuilder().put(KeyType.LEDGER_SUBSYS_MANIP, "yes"),
            register.toBuilder().remove(KeyType.TRANSACTION_ID),
            register.toBuilder().putNil(KeyType.TRANSACTION_ID),
            register.toBuilder().put(KeyType.TRANSACTION_ID, 7),
            verify.toBuilder().remove(KeyType.TRANSACTION_ID),
            verify.toBuilder().putNil(KeyType.TRANSACTION_ID),
            verify.toBuilder().put(KeyType.TRANSACTION_ID, true))
        .forEach(request -> Replies.assertLacksParameters(node.ask(request.build())));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 33, 70_000})
  void digestOfAnotherLengthCannotBeRegisteredAndIsUnknown(int length) {
    node.ask(manipulate(WITH, true));

    Replies.assertLacksParameters(node.ask(register(WITH, new byte[length])));
    assertThat(stateOf(node, new byte[length])).isEqualTo("unknown");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 32})
  void shortenedTransactionIdsCanBeRegistered(int length) {
    node.ask(manipulate(WITH, true));

    Replies.assertSuccess(node.ask(register(WITH, new byte[length])));
    assertThat(stateOf(node, new byte[length])).isEqualTo("pending");
  }

  @Test
  void acknowledgedDigestIsStoredWhateverHappensNext(@TempDir Path afterCrash) throws IOException {
    node.ask(manipulate(WITH, true));
    node.ask(register(WITH, digest(1)));

    // What the disk holds the moment the reply was given, as after a loss of power.
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, afterCrash.resolve(file.getFileName()));
      }
    }
    try (TestNode restarted = TestNode.in(afterCrash).start()) {
      assertThat(stateOf(restarted, digest(1))).isEqualTo("pending");
      for (int i = 2; i <= 4; i++) {
        restarted.ask(register(WITH, digest(i)));
      }
      AnchorEvidence evidence = AnchorEvidence.read(anchored(restarted, digest(1))).orElseThrow();
      assertThat(evidence.check(WITH, digest(1), publicKey(afterCrash))).isEmpty();
    }
  }

  @Test
  void processOptionGivesEveryDomainASubsystemThatStaysSwitchedOn(@TempDir Path other) {
    try (TestNode everywhere = TestNode.in(other).set("bbc1.ledger-subsystem", "true").start()) {
      everywhere.ask(Requests.setUp(WITH));
      everywhere.ask(manipulate(WITH, true));
    }
    try (TestNode everywhere = TestNode.in(other).set("bbc1.ledger-subsystem", "true").start()) {
      Replies.assertSuccess(everywhere.ask(register(WITH, digest(1))));
    }
  }

  @Test
  void brokenDatabaseIsAnErrorAndOthersAreServed() {
    node.ask(manipulate(WITH, true));
    node.ledger().breakDatabase();

    Replies.assertFailure(node.ask(register(WITH, digest(1))), -255, "Internal error");
    Replies.assertFailure(node.ask(verify(WITH, digest(1))), -255, "Internal error");
    node.ledger().repairDatabase();

    Replies.assertSuccess(node.ask(register(WITH, digest(1))));
  }

  @Test
  void switchingNeedsTheSignatureOfTheNodeKeyWhereOneIsInForce(@TempDir Path other)
      throws IOException {
    try (TestNode guarded =
        TestNode.in(other).withNodeKey().set("bbc1.ledger-subsystem", "true").start()) {
      KeyPair key = KeyPair.fromPem(Files.readString(other.resolve(NodeKey.FILE_NAME)));
      guarded.ask(Requests.signedSetUp(WITH, key));
      Replies.assertFailure(guarded.ask(manipulate(WITH, true)), -3, "Illegal access to core node");

      Message fields = Requests.adminFields().put(KeyType.LEDGER_SUBSYS_MANIP, true).build();
      Message reply =
          guarded.ask(
              AdminSignature.attach(
                  Requests.of(Command.REQUEST_MANIP_LEDGER_SUBSYS, WITH).build(), key, fields));

      Replies.assertSuccess(reply);
      Replies.assertSuccess(guarded.ask(register(WITH, digest(1))));
    }
  }
}
