package org.bbc1.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.client.ScriptedNode.reply;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bbc1.client.ScriptedNode;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.error.StatusCode;
import org.bbc1.ledgersubsystem.AnchorEvidence;
import org.bbc1.ledgersubsystem.MerkleTree;
import org.bbc1.ledgersubsystem.SignedTreeHead;
import org.bbc1.ledgersubsystem.TreeHead;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Reasons;
import org.bbc1.message.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code bbc1 ledger register, verify, enable, disable}. */
@Timeout(60)
class LedgerSubsystemTest {

  private static final String TRANSACTION = "ab".repeat(32);

  private final LedgerInMemory ledger = new LedgerInMemory();
  private final KeyPair nodeKey = KeyPair.generate(Curve.P256);
  private ScriptedNode node;
  private Path publicKey;

  @TempDir private Path folder;

  @BeforeEach
  void startNode() throws Exception {
    node = new ScriptedNode(ledger);
    publicKey = Files.writeString(folder.resolve("node_public.pem"), nodeKey.publicKeyPem());
    ledger.further.put(
        Command.REQUEST_VERIFY_HASH_IN_SUBSYS,
        request -> reply(request).put(KeyType.MERKLE_TREE, anchored(nodeKey)));
  }

  @AfterEach
  void stopNode() throws Exception {
    node.close();
  }

  private CommandRun ledger(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("ledger"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--port", node.port()));
    return CommandRun.of(all.toArray());
  }

  private static Value map(Object... namesAndValues) {
    Map<Value, Value> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(Value.Bytes.ofText((String) namesAndValues[i]), (Value) namesAndValues[i + 1]);
    }
    return new Value.MapValue(map);
  }

  private static Value text(String text) {
    return Value.Bytes.ofText(text);
  }

  /** A tree of two digests, the transaction and one beside it. */
  private static Value anchored(KeyPair key) {
    byte[] other = new byte[32];
    MerkleTree tree = MerkleTree.of(List.of(HexFormat.of().parseHex(TRANSACTION), other));
    TreeHead head =
        new TreeHead(SessionOptions.DEFAULT_DOMAIN, 1, 2, tree.root(), 1_000, new byte[0]);
    List<Value> path = new ArrayList<>();
    tree.path(0)
        .steps()
        .forEach(
            step ->
                path.add(
                    map(
                        "position", text(step.siblingIsLeft() ? "left" : "right"),
                        "digest", text(HexFormat.of().formatHex(step.sibling())))));
    Value receipt =
        map(
            "anchor", text(AnchorEvidence.SIGNED_TREE_HEAD),
            "receipt", text(SignedTreeHead.sign(head, key).note()));
    return map(
        "result", new Value.Bool(true),
        "state", text("anchored"),
        "spec", map("subsystem", text("signed_tree_head"), "block", new Value.Int(7)),
        "subtree", new Value.ListValue(path),
        "receipts", new Value.ListValue(List.of(receipt)));
  }

  private static JsonObject object(String json) {
    return Json.createReader(new StringReader(json)).readObject();
  }

  @Test
  void anchoredTransactionIsProvedWithTheKeyOfTheNode() {
    CommandRun run = ledger("verify", TRANSACTION, "--public-key", publicKey);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).startsWith(TRANSACTION + " is anchored").contains("2 digests");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void printedProofIsCheckedLaterWithoutTheNode() throws Exception {
    CommandRun online = ledger("verify", TRANSACTION, "--public-key", publicKey, "--json");
    Path proof = Files.writeString(folder.resolve("proof.json"), online.out());
    node.close();

    CommandRun offline =
        CommandRun.of("ledger", "verify", "--proof", proof, "--public-key", publicKey, "--json");

    assertThat(object(online.out()).getBoolean("signatureChecked")).isTrue();
    assertThat(offline.exitCode()).as(offline.err()).isZero();
    assertThat(offline.out()).isEqualTo(online.out());
  }

  @Test
  void proofOfAnotherTransactionOrKeyIsNone() throws Exception {
    String json = ledger("verify", TRANSACTION, "--json").out();
    Path swapped =
        Files.writeString(
            folder.resolve("swapped.json"), json.replace(TRANSACTION, "cd".repeat(32)));
    Path proof = Files.writeString(folder.resolve("proof.json"), json);
    Path stranger =
        Files.writeString(
            folder.resolve("stranger.pem"), KeyPair.generate(Curve.P256).publicKeyPem());

    CommandRun other =
        CommandRun.of("ledger", "verify", "--proof", swapped, "--public-key", publicKey);
    CommandRun foreign =
        CommandRun.of("ledger", "verify", "--proof", proof, "--public-key", stranger, "--json");

    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(other.out()).contains("another root");
    assertThat(foreign.exitCode()).isEqualTo(1);
    assertThat(object(foreign.out()).getBoolean("valid")).isFalse();
    assertThat(object(foreign.out()).getString("reason")).contains("not signed with the key");
  }

  @Test
  void withoutAKeyItIsTheWordOfTheNode() throws Exception {
    CommandRun run = ledger("verify", TRANSACTION, "--json");
    Path proof = Files.writeString(folder.resolve("proof.json"), run.out());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("not checked");
    assertThat(object(run.out()).getBoolean("signatureChecked")).isFalse();
    assertThat(CommandRun.of("ledger", "verify", "--proof", proof).exitCode()).isEqualTo(2);
  }

  @Test
  void whatIsNotAnchoredIsANoWithItsState() {
    ledger.further.put(
        Command.REQUEST_VERIFY_HASH_IN_SUBSYS,
        request ->
            reply(request)
                .put(
                    KeyType.MERKLE_TREE,
                    map("result", new Value.Bool(false), "state", text("pending"))));

    CommandRun run = ledger("verify", TRANSACTION);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("not anchored", "pending");
  }

  @Test
  void domainWithoutSubsystemIsAFailure() {
    ledger.further.put(
        Command.REQUEST_REGISTER_HASH_IN_SUBSYS,
        request ->
            LedgerInMemory.error(
                request, StatusCode.ENOSUBSYSTEM, Reasons.LEDGER_SUBSYSTEM_NOT_ACTIVATED));

    CommandRun run = ledger("register", TRANSACTION);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("Ledger_subsystem is not activated");
  }

  @Test
  void registrationAndSwitchesAreConfirmed() {
    ledger.further.put(Command.REQUEST_REGISTER_HASH_IN_SUBSYS, ScriptedNode::reply);
    List<Boolean> switches = new ArrayList<>();
    ledger.further.put(
        Command.REQUEST_MANIP_LEDGER_SUBSYS,
        request -> {
          switches.add(request.optBool(KeyType.LEDGER_SUBSYS_MANIP).orElseThrow());
          return reply(request);
        });

    assertThat(ledger("register", TRANSACTION).out()).contains("Registered", TRANSACTION);
    assertThat(ledger("enable", TRANSACTION).exitCode()).isZero();
    assertThat(object(ledger("disable", TRANSACTION, "--json").out()).getBoolean("enabled"))
        .isFalse();
    assertThat(switches).containsExactly(true, false);
  }

  @Test
  void whatIsNoProofOrKeyIsRefused() throws Exception {
    Path nonsense = Files.writeString(folder.resolve("nonsense"), "{\"domain\": 7}");
    String proof = ledger("verify", TRANSACTION, "--json").out();
    Path fraction =
        Files.writeString(
            folder.resolve("fraction"), proof.replace("\"block\":7", "\"block\":7.5"));

    assertThat(
            CommandRun.of("ledger", "verify", "--proof", nonsense, "--public-key", publicKey).err())
        .contains("is no proof");
    assertThat(
            CommandRun.of("ledger", "verify", "--proof", fraction, "--public-key", publicKey).err())
        .contains("is no proof");
    assertThat(ledger("verify", TRANSACTION, "--public-key", nonsense).err())
        .contains("holds no public key");
    assertThat(ledger("verify", "xyz").exitCode()).isEqualTo(2);
  }
}
