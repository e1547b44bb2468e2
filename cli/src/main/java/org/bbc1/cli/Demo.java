package org.bbc1.cli;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bbc1.client.BbcClient;
import org.bbc1.client.DomainChange;
import org.bbc1.client.ErrorReplyException;
import org.bbc1.client.SearchCondition;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.Signature;
import org.bbc1.transaction.Transaction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Shows the main job on a running node: one user records a file, another proves it, a changed file
 * is refused. Exit code 0 only if everything went as it must.
 */
@Command(
    name = "demo",
    description = "Shows what the ledger does: records a file as one user, proves it as another.")
public final class Demo implements Callable<Integer> {

  private static final String ALICE = "alice";
  private static final String BOB = "bob";
  private static final String FILE_NAME = "contract.txt";
  private static final byte[] CONTENT =
      "Alice sells her bicycle to Bob for 100.\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] CHANGED =
      "Alice sells her bicycle to Bob for 900.\n".getBytes(StandardCharsets.UTF_8);

  /** Something did not go as it must. */
  private static final class DemoFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailure(String text) {
      super(text);
    }
  }

  @Mixin private NodeOptions node = new NodeOptions();
  @Spec private CommandSpec spec;

  private final KeyPair aliceKeys = KeyPair.generate(Curve.P256);
  private final UserId alice = LedgerOptions.userId(ALICE);
  private final UserId bob = LedgerOptions.userId(BOB);

  @Override
  public Integer call() {
    try (BbcClient alicesClient = node.connect();
        BbcClient bobsClient = node.connect()) {
      DomainId domain = setUpDomain(alicesClient);
      alicesClient.register(domain, alice);
      bobsClient.register(domain, bob);
      recordAsAlice(new FileLedger(alicesClient, LedgerOptions.DEFAULT_GROUP));
      FileLedger bobsLedger = new FileLedger(bobsClient, LedgerOptions.DEFAULT_GROUP);
      proveAsBob(bobsLedger);
      insertOfAChangedFileIsRefused(alicesClient);
      changedCopyIsNoticed(bobsLedger);
      say("Everything went as it must.");
      return ExitCode.OK;
    } catch (DemoFailure failure) {
      spec.commandLine()
          .getErr()
          .println("bbc1: the demonstration failed: " + failure.getMessage());
      spec.commandLine().getErr().flush();
      return ExitCode.NEGATIVE;
    }
  }

  private DomainId setUpDomain(BbcClient client) {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    DomainId domain = DomainId.of(random);
    DomainChange change = client.setUpDomain(domain);
    must(change.done(), "the node did not set up the domain: " + change.reason());
    must(client.domains().contains(domain), "the new domain is not in the node's list");
    say("1. The node has set up a new domain, a ledger of its own:");
    say("     domain       " + domain);
    say("     node         " + client.nodeId(domain));
    return domain;
  }

  private void recordAsAlice(FileLedger ledger) {
    RecordedFile file =
        ledger.put(ledger.prepare(alice, ALICE, aliceKeys, FILE_NAME, CONTENT, null), CONTENT);
    say(
        "2. Alice has recorded the file "
            + FILE_NAME
            + " of "
            + CONTENT.length
            + " bytes, signed with her key:");
    say("     user         " + alice);
    say("     public key   " + publicKey(aliceKeys));
    say("     SHA-256      " + Output.digest(file));
    say("     asset        " + file.asset().assetId());
    say("     transaction  " + file.transaction().transactionId());
  }

  private void proveAsBob(FileLedger ledger) {
    RecordedFile file =
        ledger
            .newest(alice, FILE_NAME)
            .orElseThrow(() -> new DemoFailure("Bob does not find the file"));
    byte[] content = ledger.fetch(file).content();
    if (content == null) {
      throw new DemoFailure("Bob does not get the content");
    }
    must(java.util.Arrays.equals(content, CONTENT), "Bob gets another content");
    Verdict verdict = Verdict.of(Optional.of(file), content, publicKey(aliceKeys));
    Signature signature = verdict.signature();
    if (!verdict.valid() || signature == null) {
      throw new DemoFailure("the file that Bob got is not proved: " + verdict.reason());
    }
    say(
        "3. Bob, on a connection of his own, has found the record by Alice's user id and the file name, read the");
    say(
        "   file from the node, and checked it himself: the digest is the recorded one, and the signature is valid.");
    say("     user         " + bob);
    say("     transaction  " + file.transaction().transactionId());
    say("     signed by    " + file.owner() + ", key " + Texts.publicKey(signature));
    say("     signed at    " + file.time());
  }

  private void insertOfAChangedFileIsRefused(BbcClient client) {
    FileLedger ledger = new FileLedger(client, LedgerOptions.DEFAULT_GROUP);
    Transaction honest = ledger.prepare(alice, ALICE, aliceKeys, "second.txt", CONTENT, null);
    long before = client.count(SearchCondition.ANY.ownedBy(alice));
    String reason = "";
    try {
      ledger.put(honest, CHANGED);
    } catch (ErrorReplyException refusal) {
      reason = refusal.reason();
    }
    must(!reason.isEmpty(), "the node accepted a file that does not match its record");
    must(
        client.search(honest.transactionId()).isEmpty(),
        "the node kept a transaction that it refused");
    must(client.count(SearchCondition.ANY.ownedBy(alice)) == before, "the ledger has changed");
    say(
        "4. A record that came with a changed file was refused by the node, which kept nothing of it:");
    say("     transaction  " + honest.transactionId());
    say("     answer       " + reason);
  }

  private void changedCopyIsNoticed(FileLedger ledger) {
    Verdict verdict = Verdict.of(ledger.newest(alice, FILE_NAME), CHANGED, null);
    must(
        verdict.file() != null && !verdict.digestMatches(),
        "a changed copy passes for the recorded file");
    say("5. A changed copy of " + FILE_NAME + " does not pass: " + verdict.reason() + ".");
    say("     SHA-256      " + HexFormat.of().formatHex(Sha256.of(CHANGED)));
  }

  private static String publicKey(KeyPair keys) {
    return HexFormat.of().formatHex(keys.publicKey(true));
  }

  private static void must(boolean condition, String otherwise) {
    if (!condition) {
      throw new DemoFailure(otherwise);
    }
  }

  private void say(String text) {
    spec.commandLine().getOut().println(text);
    spec.commandLine().getOut().flush();
  }
}
