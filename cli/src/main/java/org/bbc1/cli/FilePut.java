package org.bbc1.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bbc1.client.BbcClient;
import org.bbc1.client.ConnectionException;
import org.bbc1.crypto.KeyPair;
import org.bbc1.transaction.Transaction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bbc1 file put}. */
@Command(
    name = "put",
    description = "Records a file: its digest, signed, and its content for others to get.")
final class FilePut implements Callable<Integer> {

  private static final int USUAL_FRAME_LIMIT = (16 << 20) - 4096;

  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();
  @Mixin private Output output = new Output();

  @Option(
      names = {"-k", "--key"},
      paramLabel = "FILE",
      defaultValue = KeyCommand.DEFAULT_FILE,
      description = "Your private key (PEM), which signs (default: ${DEFAULT-VALUE}).")
  private Path key = Path.of(KeyCommand.DEFAULT_FILE);

  @Option(
      names = "--update",
      description = "The file is a new version of the one recorded under its name.")
  private boolean update;

  @Option(
      names = "--setup-domain",
      description = "Set the domain up on the node if it is not there yet.")
  private boolean setUpDomain;

  @Parameters(paramLabel = "FILE", description = "The file to record.")
  private Path path;

  @Override
  public Integer call() {
    byte[] content = LocalFiles.read(path);
    if (content.length == 0) {
      throw new UserErrorException(path + " is empty; an empty file has no digest in the ledger");
    }
    KeyPair keys = KeyFiles.read(key);
    String name = LocalFiles.baseName(path);
    try (BbcClient client = ledgerOptions.node().connect()) {
      if (setUpDomain) {
        DomainOutcome.setUpIfAbsent(client, ledgerOptions.domain());
      }
      FileLedger ledger = ledgerOptions.open(client);
      Optional<RecordedFile> former = ledger.newest(ledgerOptions.user(), name);
      if (former.isPresent() != update) {
        throw new UserErrorException(
            update
                ? name + " is not recorded yet, so there is nothing to update"
                : name + " is recorded already; --update records a new version");
      }
      Transaction transaction =
          ledger.prepare(
              ledgerOptions.user(),
              ledgerOptions.userName(),
              keys,
              name,
              content,
              former.orElse(null));
      print(insert(ledger, transaction, content));
    }
    return ExitCode.OK;
  }

  private static RecordedFile insert(FileLedger ledger, Transaction transaction, byte[] content) {
    try {
      return ledger.put(transaction, content);
    } catch (ConnectionException e) {
      if (content.length < USUAL_FRAME_LIMIT) {
        throw e;
      }
      throw new UserErrorException(
          "the node hung up; a file of "
              + content.length
              + " bytes is above its limit, 16 MiB unless configured",
          e);
    }
  }

  private void print(RecordedFile file) {
    if (output.isJson()) {
      output.json(Output.describe(file).build());
      return;
    }
    output.line(
        "Recorded " + Texts.printable(file.name()) + ", " + file.asset().fileSize() + " bytes");
    output.line("  SHA-256      " + Output.digest(file));
    output.line("  transaction  " + file.transaction().transactionId());
    output.line("  asset        " + file.asset().assetId());
  }
}
