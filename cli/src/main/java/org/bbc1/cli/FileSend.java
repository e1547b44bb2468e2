package org.bbc1.cli;

import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.bbc1.client.BbcClient;
import org.bbc1.client.SignatureAnswer;
import org.bbc1.client.SignatureQuery;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.UserId;
import org.bbc1.message.Value;
import org.bbc1.transaction.Signature;
import org.bbc1.transaction.SignatureCollector;
import org.bbc1.transaction.Transaction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bbc1 file send}. */
@Command(
    name = "send",
    description = {
      "Hands a recorded file over to another user, who waits for it with \"bbc1 file wait\".",
      "Both sign; your own record stays in the ledger, as its history."
    })
final class FileSend implements Callable<Integer> {

  private static final Duration PAUSE = Duration.ofMillis(500);

  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();
  @Mixin private Output output = new Output();

  @Option(
      names = {"-k", "--key"},
      paramLabel = "FILE",
      defaultValue = KeyCommand.DEFAULT_FILE,
      description =
          "Your private key (PEM), with which you recorded it (default: ${DEFAULT-VALUE}).")
  private Path key = Path.of(KeyCommand.DEFAULT_FILE);

  @Option(
      names = "--to",
      paramLabel = "NAME",
      required = true,
      description = "Name of the user who gets the file.")
  private String receiver = "";

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description =
          "Longest wait for that user to come, and to answer (default: ${DEFAULT-VALUE}).")
  private int wait;

  @Parameters(paramLabel = "NAME", description = "Name under which the file is recorded.")
  private String name = "";

  @Override
  public Integer call() throws InterruptedException {
    UserId to = LedgerOptions.userId(receiver);
    if (to.equals(ledgerOptions.user())) {
      throw new UserErrorException("a file is handed over to somebody else");
    }
    KeyPair keys = KeyFiles.read(key);
    try (BbcClient client = ledgerOptions.node().connect(Duration.ofSeconds(wait))) {
      FileLedger ledger = ledgerOptions.open(client);
      RecordedFile mine = possession(ledger, keys);
      byte[] content = content(ledger, mine);
      HandOver.Parties parties = new HandOver.Parties(ledgerOptions.user(), to, receiver);
      Transaction proposal = HandOver.propose(mine, content, ledgerOptions.group(), parties, keys);
      Transaction signed = signedByBoth(client, proposal, to, query(proposal, to, mine, content));
      if (signed == null) {
        return ExitCode.NEGATIVE;
      }
      RecordedFile file = ledger.put(signed, content);
      client.messaging().send(to, tidings(file));
      print(file, mine);
      return ExitCode.OK;
    }
  }

  private RecordedFile possession(FileLedger ledger, KeyPair keys) {
    RecordedFile file =
        ledger
            .newest(ledgerOptions.user(), name)
            .orElseThrow(() -> new UserErrorException("no file " + name + " of yours is recorded"));
    Signature signature =
        file.ownersSignature()
            .orElseThrow(() -> new UserErrorException("the record has no valid signature"));
    if (!HandOver.isKeyOf(keys, signature)) {
      throw new UserErrorException(
          name + " was recorded with another key; record it again with \"bbc1 file put --update\"");
    }
    Optional<Transaction> successor = ledger.successor(file);
    if (successor.isPresent()) {
      throw new UserErrorException(
          name + " was handed over already, by transaction " + successor.get().transactionId());
    }
    return file;
  }

  private static byte[] content(FileLedger ledger, RecordedFile file) {
    byte[] content = ledger.fetch(file).content();
    if (content == null) {
      throw new UserErrorException("the node holds no content that matches the recorded digest");
    }
    return content;
  }

  /** The receiver gets the file and the former record to look at. */
  private static SignatureQuery query(
      Transaction proposal, UserId to, RecordedFile former, byte[] content) {
    return SignatureQuery.of(proposal, List.of(to))
        .withReferred(Map.of(former.transaction().transactionId(), former.transaction()))
        .withAssetFiles(Map.of(proposal.assetEntries().get(0).assetId(), content));
  }

  /** A receiver who is not there yet may come while there is time. */
  private Optional<SignatureAnswer> ask(BbcClient client, SignatureQuery query, UserId to)
      throws InterruptedException {
    long start = System.nanoTime();
    Optional<SignatureAnswer> answer = client.messaging().gatherSignatures(query).of(to);
    while (answer.isEmpty() && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(wait)) {
      Thread.sleep(PAUSE.toMillis());
      answer = client.messaging().gatherSignatures(query).of(to);
    }
    return answer;
  }

  private @Nullable Transaction signedByBoth(
      BbcClient client, Transaction proposal, UserId to, SignatureQuery query)
      throws InterruptedException {
    Optional<SignatureAnswer> answer = ask(client, query, to);
    if (answer.isEmpty()) {
      output.no(receiver + " has not answered; is \"bbc1 file wait\" running?");
      return null;
    }
    if (answer.get() instanceof SignatureAnswer.Signed signed
        && HandOver.verifies(signed.signature(), proposal)) {
      SignatureCollector collector = new SignatureCollector(proposal);
      collector.addSignature(to, signed.signature());
      return collector.transaction();
    }
    output.no(
        answer.get() instanceof SignatureAnswer.Denied denied
            ? receiver + " has not accepted the file: " + denied.reason()
            : "the signature of " + receiver + " is not valid");
    return null;
  }

  /** Name and transaction, both as bytes: what a receiver of the original example reads. */
  private static Value tidings(RecordedFile file) {
    return new Value.ListValue(
        List.of(
            new Value.Bytes(file.name().getBytes(StandardCharsets.UTF_8)),
            new Value.Bytes(file.transaction().transactionId().toByteArray())));
  }

  private void print(RecordedFile file, RecordedFile former) {
    if (output.isJson()) {
      JsonObjectBuilder json = Output.describe(file);
      output.json(
          json.add("formerTransactionId", former.transaction().transactionId().toHex()).build());
      return;
    }
    output.line("Handed " + Texts.printable(file.name()) + " over to " + file.owner());
    output.line("  SHA-256      " + Output.digest(file));
    output.line("  transaction  " + file.transaction().transactionId());
    output.line("  before       " + former.transaction().transactionId());
  }
}
