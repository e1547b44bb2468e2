package org.bbc1.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.bbc1.client.BbcClient;
import org.bbc1.client.ErrorReplyException;
import org.bbc1.client.ReplyFormatException;
import org.bbc1.client.SearchCondition;
import org.bbc1.client.SignatureRequest;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.TransactionId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bbc1 file wait}. */
@Command(
    name = "wait",
    description = {
      "Waits until another user hands a file over to you with \"bbc1 file send\", checks what he",
      "wants signed, and signs it if you accept. What the original file_proof example sends is",
      "refused: its records hold no name, and its sender signs after the receiver."
    })
final class FileWait implements Callable<Integer> {

  /** What the original example answers. */
  private static final String DENIAL = "Denied to accept the file";

  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();
  @Mixin private Output output = new Output();

  @Option(
      names = {"-k", "--key"},
      paramLabel = "FILE",
      defaultValue = KeyCommand.DEFAULT_FILE,
      description = "Your private key (PEM), which signs (default: ${DEFAULT-VALUE}).")
  private Path key = Path.of(KeyCommand.DEFAULT_FILE);

  @Option(
      names = "--from",
      paramLabel = "NAME",
      description = "Only from this user; others are refused.")
  private @Nullable String sender;

  @Option(
      names = {"-y", "--yes"},
      description = "Accept without being asked.")
  private boolean yes;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "Longest wait for a file (default: ${DEFAULT-VALUE}).")
  private int wait;

  @Override
  public Integer call() throws InterruptedException {
    KeyPair keys = KeyFiles.read(key);
    Offers offers = new Offers();
    try (BbcClient client = ledgerOptions.node().connect(offers)) {
      FileLedger ledger = ledgerOptions.open(client);
      // An answer of the node tells that the registration has reached it.
      client.count(
          SearchCondition.ANY.inGroup(ledgerOptions.group()).ownedBy(ledgerOptions.user()));
      output.warn("waiting for a file as " + ledgerOptions.userName());
      HandOverCheck check = new HandOverCheck(ledger, ledgerOptions.user());
      long end = System.nanoTime() + Duration.ofSeconds(wait).toNanos();
      for (SignatureRequest request = offers.next(end);
          request != null;
          request = offers.next(end)) {
        HandOverCheck.Offer offer = checked(client, check, request);
        if (offer != null) {
          return decide(client, request, offer, keys)
              ? conclude(ledger, offers, offer)
              : output.no("you have not accepted the file");
        }
      }
      return output.no("nobody has handed a file over to you in " + wait + " seconds");
    }
  }

  private HandOverCheck.@Nullable Offer checked(
      BbcClient client, HandOverCheck check, SignatureRequest request) {
    try {
      if (sender != null && !LedgerOptions.userId(sender).equals(request.requester())) {
        throw new HandOverCheck.Refusal(DENIAL);
      }
      return check.check(request);
    } catch (HandOverCheck.Refusal refusal) {
      return refuse(client, request, refusal.reason());
    } catch (ErrorReplyException | ReplyFormatException e) {
      // What a request points to is its sender's choice, and must not end the waiting for others.
      return refuse(client, request, "the former record cannot be looked up");
    }
  }

  private HandOverCheck.@Nullable Offer refuse(
      BbcClient client, SignatureRequest request, String reason) {
    client.messaging().deny(request, reason);
    output.warn("refused user " + request.requester() + ": " + reason);
    return null;
  }

  private boolean decide(
      BbcClient client, SignatureRequest request, HandOverCheck.Offer offer, KeyPair keys) {
    RecordedFile file = offer.file();
    output.warn("offered: " + file.name() + ", " + file.asset().fileSize() + " bytes");
    output.warn("  SHA-256      " + Output.digest(file));
    output.warn("  from         " + offer.former().owner() + ", user " + request.requester());
    output.warn("  key          " + Texts.publicKey(offer.signature()));
    output.warn("  before       " + offer.former().transaction().transactionId());
    boolean accepted = yes || output.confirms("Accept it?");
    if (accepted) {
      client.messaging().sign(request, request.transaction().sign(keys));
    } else {
      client.messaging().deny(request, DENIAL);
    }
    return accepted;
  }

  /** The sender tells that it is recorded; the ledger is asked in any case. */
  private int conclude(FileLedger ledger, Offers offers, HandOverCheck.Offer offer)
      throws InterruptedException {
    TransactionId id = offer.file().transaction().transactionId();
    offers.awaitTidings(id, ledgerOptions.node().timeout());
    RecordedFile recorded = ledger.byTransaction(id).orElse(null);
    if (recorded == null || recorded.ownersSignature().isEmpty()) {
      return output.no("you have signed, but the sender has not recorded transaction " + id);
    }
    print(recorded, offer.former());
    return ExitCode.OK;
  }

  private void print(RecordedFile file, RecordedFile former) {
    if (output.isJson()) {
      output.json(
          Output.describe(file)
              .add("from", former.owner())
              .add("formerTransactionId", former.transaction().transactionId().toHex())
              .build());
      return;
    }
    output.line("Got " + Texts.printable(file.name()) + " from " + Texts.printable(former.owner()));
    output.line("  SHA-256      " + Output.digest(file));
    output.line("  transaction  " + file.transaction().transactionId());
    output.line("  before       " + former.transaction().transactionId());
  }
}
