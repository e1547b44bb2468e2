package org.bbc1.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bbc1.client.ScriptedNode;
import org.bbc1.crypto.KeyPair;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.error.StatusCode;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionValidator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code bbc1 file send} and {@code bbc1 file wait}, both ends at once. */
@Timeout(60)
class HandOverCommandTest {

  private final LedgerInMemory ledger = new LedgerInMemory();
  private ScriptedNode node;
  private Path file;
  private Path aliceKey;
  private Path bobKey;

  @TempDir private Path folder;

  @BeforeEach
  void aliceHasRecordedAFile() throws Exception {
    node = new ScriptedNode(ledger);
    ledger.domains.add(SessionOptions.DEFAULT_DOMAIN);
    file = Files.writeString(folder.resolve("contract.txt"), "the content");
    aliceKey = folder.resolve("alice.pem");
    bobKey = folder.resolve("bob.pem");
    CommandRun.of("key", "create", aliceKey);
    CommandRun.of("key", "create", bobKey);
    assertThat(file("put", "--user", "alice", "--key", aliceKey, file).exitCode()).isZero();
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

  private CompletableFuture<CommandRun> bobWaits(int seconds, Object... arguments)
      throws Exception {
    List<Object> all =
        new ArrayList<>(List.of("--user", "bob", "--key", bobKey, "--wait", seconds));
    all.addAll(List.of(arguments));
    CompletableFuture<CommandRun> run =
        CompletableFuture.supplyAsync(() -> file("wait", all.toArray()));
    ledger.users.await(LedgerOptions.userId("bob"));
    return run;
  }

  private CommandRun aliceSends(Object... arguments) {
    return aliceSendsWithin(20, arguments);
  }

  private CommandRun aliceSendsWithin(int seconds, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("--user", "alice", "--key", aliceKey));
    all.addAll(List.of("--to", "bob", "--wait", seconds));
    all.addAll(List.of(arguments));
    all.add("contract.txt");
    return file("send", all.toArray());
  }

  private static JsonObject object(String json) {
    return Json.createReader(new StringReader(json)).readObject();
  }

  @Test
  void handedOverFileIsTheReceiversAndBothHaveSigned() throws Exception {
    CompletableFuture<CommandRun> bob = bobWaits(20, "--yes", "--json");

    CommandRun sent = aliceSends("--json");
    CommandRun got = bob.get(30, TimeUnit.SECONDS);

    assertThat(sent.exitCode()).as(sent.err()).isZero();
    assertThat(got.exitCode()).as(got.err()).isZero();
    assertThat(object(got.out()).getString("transactionId"))
        .isEqualTo(object(sent.out()).getString("transactionId"));
    assertThat(object(got.out()).getString("from")).isEqualTo("alice");
    Transaction recorded = List.copyOf(ledger.transactions.values()).get(1);
    assertThat(recorded.signatures()).hasSize(2).noneMatch(signature -> signature.isEmpty());
    assertThat(new TransactionValidator(SignatureEngines.fastest()).validate(recorded).valid())
        .isTrue();
    assertThat(file("verify", "--user", "bob", file).exitCode()).isZero();
    assertThat(file("list", "--user", "bob").out()).contains("contract.txt");
  }

  @Test
  void textsOfBothEndsNameTheTransactionAndItsPredecessor() throws Exception {
    CompletableFuture<CommandRun> bob = bobWaits(20, "--yes", "--from", "alice");
    String former = List.copyOf(ledger.transactions.keySet()).get(0).toHex();

    CommandRun sent = aliceSends();
    CommandRun got = bob.get(30, TimeUnit.SECONDS);

    String id = List.copyOf(ledger.transactions.keySet()).get(1).toHex();
    assertThat(sent.out()).startsWith("Handed contract.txt over to bob").contains(id, former);
    assertThat(got.out()).startsWith("Got contract.txt from alice").contains(id, former);
    String publicKey =
        java.util.HexFormat.of()
            .formatHex(KeyPair.fromPem(Files.readString(aliceKey)).publicKey(true));
    assertThat(got.err()).contains("offered: contract.txt, 11 bytes", publicKey);
  }

  @Test
  void fileCannotBeHandedOverTwice() throws Exception {
    CompletableFuture<CommandRun> bob = bobWaits(20, "--yes");
    aliceSends();
    bob.get(30, TimeUnit.SECONDS);

    CommandRun again = aliceSends();

    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("handed over already");
    assertThat(ledger.transactions).hasSize(2);
  }

  @Test
  void receiverWhoSaysNoIsTold() throws Exception {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("n\n".getBytes(StandardCharsets.UTF_8)));
    try {
      CompletableFuture<CommandRun> bob = bobWaits(20);

      CommandRun sent = aliceSends();
      CommandRun got = bob.get(30, TimeUnit.SECONDS);

      assertThat(sent.exitCode()).isEqualTo(1);
      assertThat(sent.err()).contains("Denied to accept the file");
      assertThat(got.exitCode()).isEqualTo(1);
      assertThat(ledger.transactions).hasSize(1);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void receiverAcceptsAtTheQuestion() throws Exception {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("Yes\n".getBytes(StandardCharsets.UTF_8)));
    try {
      CompletableFuture<CommandRun> bob = bobWaits(20);

      assertThat(aliceSends().exitCode()).isZero();
      CommandRun got = bob.get(30, TimeUnit.SECONDS);

      assertThat(got.exitCode()).isZero();
      assertThat(got.err()).contains("Accept it? [y/N]");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void nobodyButTheNamedSenderIsAccepted() throws Exception {
    CompletableFuture<CommandRun> bob = bobWaits(2, "--yes", "--from", "carol");

    CommandRun sent = aliceSends();
    CommandRun got = bob.get(30, TimeUnit.SECONDS);

    assertThat(sent.exitCode()).isEqualTo(1);
    assertThat(got.exitCode()).isEqualTo(1);
    assertThat(got.err()).contains("nobody has handed a file over");
  }

  @Test
  void formerRecordThatCannotBeLookedUpIsRefusedAndTheWaitGoesOn() throws Exception {
    UserId bobId = LedgerOptions.userId("bob");
    ledger.further.put(
        Command.REQUEST_TRAVERSE_TRANSACTIONS,
        request ->
            request.id(KeyType.SOURCE_USER_ID, UserId::of).equals(bobId)
                ? LedgerInMemory.error(request, StatusCode.EINVALID_COMMAND, "too much of it")
                : LedgerInMemory.error(request, StatusCode.ENOTRANSACTION, "nothing"));
    CompletableFuture<CommandRun> bob = bobWaits(2, "--yes");

    CommandRun sent = aliceSends();
    CommandRun got = bob.get(30, TimeUnit.SECONDS);

    assertThat(sent.exitCode()).isEqualTo(1);
    assertThat(sent.err()).contains("cannot be looked up");
    assertThat(got.exitCode()).isEqualTo(1);
    assertThat(got.err()).contains("nobody has handed a file over");
  }

  @Test
  void receiverWhoDoesNotWaitIsReported() {
    CommandRun sent = aliceSendsWithin(1);

    assertThat(sent.exitCode()).isEqualTo(1);
    assertThat(sent.err()).contains("bob has not answered");
    assertThat(ledger.transactions).hasSize(1);
  }

  @Test
  void senderWaitsForAReceiverWhoIsLate() throws Exception {
    CompletableFuture<CommandRun> alice = CompletableFuture.supplyAsync(this::aliceSends);
    ledger.users.awaitBounce();

    CommandRun got = bobWaits(20, "--yes").get(30, TimeUnit.SECONDS);

    assertThat(got.exitCode()).as(got.err()).isZero();
    assertThat(alice.get(30, TimeUnit.SECONDS).exitCode()).isZero();
  }

  @Test
  void receiverDoesNotWaitForANodeThatIsGone() throws Exception {
    CompletableFuture<CommandRun> bob = bobWaits(300, "--yes");

    node.close();
    CommandRun got = bob.get(30, TimeUnit.SECONDS);

    assertThat(got.exitCode()).isEqualTo(2);
    assertThat(got.err()).contains("connection");
  }

  @Test
  void onlyTheKeyOfTheRecordHandsOver() {
    CommandRun sent =
        file("send", "--user", "alice", "--key", bobKey, "--to", "bob", "contract.txt");

    assertThat(sent.exitCode()).isEqualTo(2);
    assertThat(sent.err()).contains("recorded with another key");
  }

  @Test
  void whatIsNotRecordedOrMeantForOneselfIsNotSent() {
    assertThat(aliceSendsTo("alice", "contract.txt").err()).contains("somebody else");
    assertThat(aliceSendsTo("bob", "other.txt").err()).contains("no file other.txt");
    assertThat(aliceSendsTo("bob", "other.txt").exitCode()).isEqualTo(2);
  }

  private CommandRun aliceSendsTo(String receiver, String name) {
    return file("send", "--user", "alice", "--key", aliceKey, "--to", receiver, name);
  }
}
