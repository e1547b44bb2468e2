package org.bbc1.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bbc1.client.ScriptedNode;
import org.bbc1.crypto.KeyPair;
import org.bbc1.error.StatusCode;
import org.bbc1.id.UserId;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.Link;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FileCommandTest {

  private final LedgerInMemory ledger = new LedgerInMemory();
  private ScriptedNode node;
  private Path file;
  private Path key;

  @TempDir private Path folder;

  @BeforeEach
  void startNode() throws Exception {
    node = new ScriptedNode(ledger);
    ledger.domains.add(SessionOptions.DEFAULT_DOMAIN);
    file = Files.writeString(folder.resolve("contract.txt"), "the content");
    key = folder.resolve("key.pem");
    assertThat(CommandRun.of("key", "create", key).exitCode()).isZero();
  }

  @AfterEach
  void stopNode() throws Exception {
    node.close();
  }

  private CommandRun file(String command, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("file", command, "--port", node.port()));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray());
  }

  private CommandRun put(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("--user", "alice", "--key", key));
    all.addAll(List.of(arguments));
    return file("put", all.toArray());
  }

  private static JsonObject object(String json) {
    return Json.createReader(new StringReader(json)).readObject();
  }

  @Test
  void recordedFileIsVerifiedByAnotherUser() {
    assertThat(put(file).exitCode()).isZero();

    CommandRun run = file("verify", "--user", "bob", "--owner", "alice", file);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith(file + " is valid");
    assertThat(run.out()).contains("by alice", LedgerOptions.userId("alice").toHex());
  }

  @Test
  void changedFileIsInvalid() throws Exception {
    put(file);
    Files.writeString(file, "the contents");

    CommandRun run = file("verify", "--user", "alice", file);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith(file + " is invalid").contains("digest");
  }

  @Test
  void fileThatIsNotRecordedIsInvalid() {
    CommandRun run = file("verify", "--user", "alice", file);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("is invalid", "not recorded");
  }

  @Test
  void verdictDependsOnTheNamedSigner() throws Exception {
    put(file);
    String signer =
        java.util.HexFormat.of().formatHex(KeyPair.fromPem(Files.readString(key)).publicKey(true));
    String another = "02" + "ab".repeat(32);

    assertThat(file("verify", "--user", "alice", "--signer", signer, file).exitCode()).isZero();
    CommandRun run = file("verify", "--user", "alice", "--signer", another, "--json", file);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(object(run.out()).getBoolean("valid")).isFalse();
    assertThat(object(run.out()).getString("reason")).contains("another key");
    assertThat(object(run.out()).getJsonObject("signature").getString("publicKey"))
        .isEqualTo(signer);
  }

  @Test
  void gottenFileHasTheRecordedContentAndOverwritesNothing() throws Exception {
    put(file);
    Path target = folder.resolve("copy.txt");

    assertThat(file("get", "--owner", "alice", "--to", target, "contract.txt").exitCode()).isZero();
    CommandRun second = file("get", "--owner", "alice", "--to", target, "--json", "contract.txt");

    assertThat(target).hasContent("the content");
    Path written = Path.of(object(second.out()).getString("path"));
    assertThat(written.getFileName().toString()).matches("copy\\.txt_\\d{14}");
    assertThat(written).hasContent("the content");
  }

  @Test
  void unknownFileIsNotGotten() {
    CommandRun run = file("get", "--user", "alice", "nothing.txt");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("no file nothing.txt of alice");
  }

  @Test
  void contentThatTheNodeHasLostOrChangedIsNotWritten() {
    put(file);
    ledger.files.replaceAll((id, content) -> "changed".getBytes());
    Path target = folder.resolve("copy.txt");

    CommandRun run = file("get", "--user", "alice", "--to", target, "contract.txt");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(target).doesNotExist();
  }

  @Test
  void nameThatIsTakenNeedsUpdate() throws Exception {
    String first = object(put("--json", file).out()).getString("transactionId");
    Files.writeString(file, "second version");

    assertThat(put(file).exitCode()).isEqualTo(2);
    assertThat(put("--update", file).exitCode()).isZero();

    assertThat(file("verify", "--user", "alice", file).exitCode()).isZero();
    assertThat(file("verify", "--user", "alice", "--transaction", first, file).exitCode())
        .isEqualTo(1);
    Files.writeString(file, "the content");
    assertThat(file("verify", "--user", "alice", file).exitCode()).isEqualTo(1);
    assertThat(file("verify", "--user", "alice", "--transaction", first, file).exitCode()).isZero();
  }

  @Test
  void updatePointsToTheFormerVersion() throws Exception {
    put(file);
    put("--update", file);

    List<Transaction> recorded = List.copyOf(ledger.transactions.values());
    assertThat(recorded.get(1).links())
        .extracting(Link::target)
        .containsExactly(recorded.get(0).transactionId());
  }

  @Test
  void updateOfAFileThatIsNotRecordedIsRefused() {
    assertThat(put("--update", file).exitCode()).isEqualTo(2);
  }

  @Test
  void listComesFromTheLedgerNewestFirst() throws Exception {
    put(file);
    put(Files.writeString(folder.resolve("two\u0007.txt"), "2"));

    CommandRun run = file("list", "--user", "bob", "--owner", "alice", "--json");

    JsonArray files = Json.createReader(new StringReader(run.out())).readArray();
    assertThat(files)
        .extracting(item -> item.asJsonObject().getString("file"))
        .containsExactly("two\u0007.txt", "contract.txt");
    assertThat(files.getJsonObject(1).getInt("size")).isEqualTo(11);
    assertThat(file("list", "--owner", "alice").out())
        .contains("two?.txt")
        .doesNotContain("\u0007");
    assertThat(file("list", "--user", "nobody").out()).isEmpty();
  }

  @Test
  void oldFileIsFoundBehindManyNewerOnes() throws Exception {
    put(file);
    for (int i = 0; i < 40; i++) {
      put(Files.writeString(folder.resolve("other" + i), "other " + i));
    }

    assertThat(file("verify", "--user", "alice", file).exitCode()).isZero();
    assertThat(file("verify", "--user", "alice", "--name", "missing", file).exitCode())
        .isEqualTo(1);
  }

  @Test
  void everythingIsFoundThoughTheNodeCutsItsAnswers() throws Exception {
    ledger.longestAnswer = 3;
    put(file);
    for (int i = 0; i < 20; i++) {
      put(Files.writeString(folder.resolve("other" + i), "other " + i));
    }

    assertThat(file("verify", "--user", "alice", file).exitCode()).isZero();
    assertThat(file("list", "--user", "alice").out().lines()).hasSize(21);
  }

  @Test
  void everythingIsFoundThoughTimestampsAreOutOfOrderAndAnswersCut() throws Exception {
    ledger.longestAnswer = 2;
    KeyPair keys = KeyPair.fromPem(Files.readString(key));
    long[] timestamps = {50, 10, 40, 10_000, 20, 30, 60, 10, 0, Long.MAX_VALUE, 55, 45};
    for (int i = 0; i < timestamps.length; i++) {
      UserId alice = LedgerOptions.userId("alice");
      TransactionBuilder builder = Transaction.builder().timestamp(timestamps[i]);
      builder
          .addRelation()
          .assetGroup(LedgerOptions.DEFAULT_GROUP)
          .asset(
              Asset.builder(alice)
                  .body(RecordedFile.body("f" + i, "alice"))
                  .file(new byte[] {1})
                  .build());
      Transaction transaction = builder.witness(alice).sign(alice, keys).build();
      ledger.transactions.put(transaction.transactionId(), transaction);
    }

    assertThat(file("list", "--user", "alice").out().lines()).hasSize(timestamps.length);
  }

  @Test
  void domainIsSetUpOnDemandOnly() {
    ledger.domains.clear();

    CommandRun refused = put(file);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--setup-domain");
    assertThat(put("--setup-domain", file).exitCode()).isZero();
    assertThat(put("--setup-domain", "--update", file).exitCode()).isZero();
  }

  @Test
  void whatTheNodeSaysCannotSteerTheTerminal() throws Exception {
    String reason = "no\u001b[2J\u202e";
    ScriptedNode.Script spiteful =
        peer -> {
          while (true) {
            Message request = peer.receive();
            if (request.has(KeyType.QUERY_ID)) {
              peer.send(LedgerInMemory.error(request, StatusCode.EOTHER, reason).build());
            }
          }
        };
    try (ScriptedNode another = new ScriptedNode(spiteful)) {
      CommandRun run = CommandRun.of("file", "list", "--port", another.port());

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("EOTHER: no?[2J?");
    }
  }

  @Test
  void emptyMissingAndUnreadableInputsAreRefusedBeforeTheNodeIsAsked() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty"));
    Path garbage = Files.writeString(folder.resolve("garbage.pem"), "no key");

    assertThat(put(empty).err()).contains("empty");
    assertThat(put(folder.resolve("missing")).exitCode()).isEqualTo(2);
    assertThat(put(folder).exitCode()).isEqualTo(2);
    assertThat(file("put", "--key", garbage, file).exitCode()).isEqualTo(2);
    assertThat(file("put", "--key", folder.resolve("missing"), file).err()).contains("key create");
    assertThat(file("list", "--domain", "xyz").exitCode()).isEqualTo(2);
    assertThat(ledger.transactions).isEmpty();
  }

  @Test
  void unreachableNodeIsAFailure() throws Exception {
    node.close();

    CommandRun run = file("list");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("cannot connect");
  }

  @Test
  void demonstrationSucceedsAndNamesEveryStep() {
    CommandRun run = CommandRun.of("demo", "--port", node.port());

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("Bad transaction format", "does not pass", "Everything went as it must");
  }

  @Test
  void demonstrationFailsIfTheNodeAcceptsAChangedFile() throws Exception {
    LedgerInMemory credulous = new LedgerInMemory(false);
    try (ScriptedNode another = new ScriptedNode(credulous)) {
      CommandRun run = CommandRun.of("demo", "--port", another.port());

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("accepted a file that does not match");
    }
  }
}
